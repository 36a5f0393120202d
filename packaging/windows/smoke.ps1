# smoke.ps1 SETUP.exe [OLDER-SETUP.exe]: what no machine of ours could show, on a real 64-bit
# Windows 10 (1809 or newer) or 11. As an administrator, on a machine without data of Pusat Komando:
# it installs (the older version first, if there is one), opens the exercise room, asks the doctor
# and the updates, installs over itself and removes everything, its own data too. Ends with 0 if all
# was well.
param([Parameter(Mandatory)][string]$Setup, [string]$Older)
$ErrorActionPreference = 'Stop'

$root = Join-Path $env:ProgramFiles 'Pusat Komando'
$data = Join-Path $env:LOCALAPPDATA 'pusat-komando'
$menu = Join-Path $env:ProgramData 'Microsoft\Windows\Start Menu\Programs\Pusat Komando'
$key = 'HKLM:\Software\Microsoft\Windows\CurrentVersion\Uninstall\PusatKomando'
$verify = 'HKLM:\Software\Classes\SystemFileAssociations\.mp4\shell\PusatKomando.Verify\command'
$program = Join-Path $root 'command-center.exe'
$picture = Join-Path $env:TEMP 'pusat-komando-smoke.png'

function Demand([bool]$Good, [string]$What) {
    if (-not $Good) { throw "Failed: $What" }
    Write-Host "  ok  $What"
}

function Run([string]$File, [string[]]$Words) {
    $run = Start-Process -FilePath $File -ArgumentList $Words -Wait -PassThru
    return $run.ExitCode
}

# The uninstaller hands over to a copy of itself; _?= keeps it where it is, so it can be waited for.
function Remove-Program([string[]]$Words) {
    $status = Run (Join-Path $root 'uninstall.exe') ($Words + "_?=$root")
    Remove-Item (Join-Path $root 'uninstall.exe') -ErrorAction SilentlyContinue
    Remove-Item $root -ErrorAction SilentlyContinue
    return $status
}

Demand (-not (Test-Path $data)) "no data of Pusat Komando on this machine before"
Demand (-not (Test-Path $root)) "no Pusat Komando on this machine before"

$before = ''
if ($Older) {
    Write-Host '[1/6] The older version ...'
    Demand ((Run $Older '/S') -eq 0) 'the older setup.exe /S'
    $before = (Get-ItemProperty $key).DisplayVersion
    Demand ((& $program --version) -eq $before) "command-center --version says $before"
    & $program exercise --screenshot $picture --after 20
    Demand ($LASTEXITCODE -eq 0) 'its exercise room opened, so that there are data'
} else {
    Write-Host '[1/6] No older setup.exe was given: nothing to upgrade from.'
}

Write-Host '[2/6] Installing ...'
Demand ((Run $Setup '/S') -eq 0) 'setup.exe /S'
$version = (Get-ItemProperty $key).DisplayVersion
if ($before) {
    Demand ($version -ne $before) "another version than $before"
    $noted = @(Get-Content (Join-Path $root 'updates\previous.txt'))
    Demand ($noted[0] -eq $before) "$before is kept to go back to"
    Demand (Test-Path $data) 'the data are still there'
}
Demand ((& $program --version) -eq $version) "command-center --version says $version"
Demand ((Get-Content (Join-Path $root 'current.txt')) -eq $version) 'current.txt says the same'
Demand ((Get-ChildItem $menu -Filter *.lnk).Count -eq 3) 'three entries in the Start menu'
Demand (Test-Path $verify) 'evidence can be checked from the menu of a file'

Write-Host '[3/6] Every library loads ...'
$python = Join-Path $root "versions\$version\python.exe"
$libraries = 'aiohttp, argon2, av, cryptography.x509, cv2, keyring.backends.Windows, lxml.etree, ' +
    'msgspec, numpy, osmium, psycopg, pysqlite3, rapidfuzz, scipy.optimize, scipy.spatial, ' +
    'shapely, tuf, PySide6.QtWidgets, pyqtgraph'
& $python -c "import $libraries"
Demand ($LASTEXITCODE -eq 0) 'imports'

Write-Host '[4/6] The exercise room for a minute ...'
& $program exercise --screenshot $picture --after 60
Demand ($LASTEXITCODE -eq 0) 'the exercise room opened and closed'
Demand ((Get-Item $picture).Length -gt 100KB) "a picture: $picture"
Demand ((Run $program 'nonsense') -eq 2) 'exit statuses reach the caller'
& $program doctor
Demand ($LASTEXITCODE -in 0, 4) 'the doctor looked (please read what it says above)'
$told = & $program update status --json | ConvertFrom-Json
Demand ($told.current -eq $version -and $told.previous -eq $before) 'update status'
$told = & $program update check --json | ConvertFrom-Json
Demand ($told.error -eq 'update_no_source') 'update check says that no source is set'
if ($before) {
    & $program update rollback --anyway
    Demand ((& $program --version) -eq $before) "update rollback: $before starts"
    & $program update apply
    Demand ((& $program --version) -eq $version) "update apply: $version starts"
}
$window = Start-Process (Join-Path $root 'pusat-komando.exe') 'exercise' -PassThru
Start-Sleep 30
Demand (-not $window.HasExited) 'the Start menu program stays open'
Demand ((Run (Join-Path $root 'uninstall.exe') @('/S', "_?=$root")) -eq 5) 'no removing while it runs'
Get-CimInstance Win32_Process -Filter "Name = 'python.exe'" |
    Where-Object { $_.ExecutablePath -eq $python } |
    ForEach-Object { Stop-Process -Id $_.ProcessId -Force -ErrorAction SilentlyContinue }
Start-Sleep 5

Write-Host '[5/6] Again over itself, and without the data ...'
Demand ((Run $Setup '/S') -eq 0) 'setup.exe /S over itself'
Demand ((Remove-Program '/S') -eq 0) 'uninstall.exe /S'
Demand (-not (Test-Path $root)) 'nothing left in Program Files'
Demand (-not (Test-Path $key)) 'nothing left in the registry'
Demand (-not (Test-Path $menu)) 'nothing left in the Start menu'
Demand (Test-Path $data) 'the data are still there'

Write-Host '[6/6] With the data ...'
Demand ((Run $Setup '/S') -eq 0) 'setup.exe /S'
Demand ((Remove-Program @('/S', '/PURGE')) -eq 0) 'uninstall.exe /S /PURGE'
Demand (-not (Test-Path $data)) 'the data are gone'
Write-Host "All well. Please look at the picture, too: $picture"
