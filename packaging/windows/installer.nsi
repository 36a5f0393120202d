; setup.exe: the program for every user of a machine. Built by build.sh, which gives
; VERSION NUMBERS SIZE_KB TREE LAUNCHERS ICON TARGET (and COMPRESSION=off to try things quickly).
;
; Silent: setup.exe /S and uninstall.exe /S [/PURGE]. Exit status 0 done, 2 stopped in the middle,
; 3 done, but a newer version stays in force, 4 this machine cannot have it, 5 the program is still
; running.
;
; The folder is always the one in Program Files, where only administrators write: what starts for
; everybody must not lie where anybody may change it.

Unicode true
Target amd64-unicode
!ifdef COMPRESSION
  SetCompress ${COMPRESSION}
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!include LogicLib.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include nsDialogs.nsh
!include MUI2.nsh

!define PRODUCT "Pusat Komando"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\PusatKomando"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define CLASSES "Software\Classes"
!define PROFILES "SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList"
!define DATA "AppData\Local\pusat-komando"

Name "${PRODUCT} ${VERSION}"
OutFile "${TARGET}"
RequestExecutionLevel admin
ManifestSupportedOS Win10
ManifestDPIAware true
AllowSkipFiles off
BrandingText "${PRODUCT} ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "${PRODUCT}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${PRODUCT}"
VIAddVersionKey LegalCopyright "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "LICENSE"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.AskData un.TakeData
!insertmacro MUI_UNPAGE_INSTFILES

; The first is what a Windows in a third language gets.
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!include "${__FILEDIR__}/strings.nsh"

Var Purge
Var Box

; --- both -------------------------------------------------------------------------------------

!macro FUNCTIONS UN
; Stops here, or asks again, while a program of one of the versions runs.
Function ${UN}DemandIdle
  retry:
  FindFirst $0 $1 "$INSTDIR\versions\*"
  ${While} $1 != ""
    StrCpy $2 "$INSTDIR\versions\$1\python.exe"
    ${If} ${FileExists} $2
      ClearErrors
      FileOpen $3 $2 a
      ${If} ${Errors}
        FindClose $0
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_RUNS)" /SD IDCANCEL IDRETRY retry
        SetErrorLevel 5
        Quit
      ${EndIf}
      FileClose $3
    ${EndIf}
    FindNext $0 $1
  ${EndWhile}
  FindClose $0
FunctionEnd

Function ${UN}RemoveShell
  RMDir /r "$SMPROGRAMS\${PRODUCT}"
  DeleteRegKey HKLM "${APP_PATHS}\command-center.exe"
  DeleteRegKey HKLM "${APP_PATHS}\pusat-komando.exe"
  !insertmacro EACH_EVIDENCE "DeleteRegKey HKLM"
FunctionEnd
!macroend

; What a room hands out as evidence: clips, snapshots, their manifests, books, whole folders.
; The kinds keep their own programs; the check is one more word in their menu.
!macro EACH_EVIDENCE DEED
  !insertmacro EVIDENCE "${DEED}" "SystemFileAssociations\.mp4"
  !insertmacro EVIDENCE "${DEED}" "SystemFileAssociations\.mkv"
  !insertmacro EVIDENCE "${DEED}" "SystemFileAssociations\.png"
  !insertmacro EVIDENCE "${DEED}" "SystemFileAssociations\.json"
  !insertmacro EVIDENCE "${DEED}" "SystemFileAssociations\.pdf"
  !insertmacro EVIDENCE "${DEED}" "Directory"
!macroend
!macro EVIDENCE DEED KIND
  ${DEED} "${CLASSES}\${KIND}\shell\PusatKomando.Verify"
!macroend
!macro WRITE_VERIFY KEY
  WriteRegStr HKLM "${KEY}" "" "$(VERIFY)"
  WriteRegStr HKLM "${KEY}" "Icon" "$INSTDIR\pusat-komando.exe"
  WriteRegStr HKLM "${KEY}\command" "" \
    '"$SYSDIR\cmd.exe" /d /c ""$INSTDIR\command-center.exe" verify "%1" & pause"'
!macroend

!insertmacro FUNCTIONS ""
!insertmacro FUNCTIONS "un."

!macro BEGIN
  SetRegView 64
  SetShellVarContext all
  StrCpy $INSTDIR "$PROGRAMFILES64\${PRODUCT}"
!macroend

; --- installing -------------------------------------------------------------------------------

Function .onInit
  !insertmacro BEGIN
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763 ; 1809, which Qt asks for
    MessageBox MB_OK|MB_ICONSTOP "$(NEEDS_WINDOWS_10)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
FunctionEnd

; A newer version that is in force stays so, with its own launchers and uninstaller.
Section
  Call PutVersion
  Call ReadState
  ${If} $7 = 1
    Call PutBeside
    Call DropOlder
    MessageBox MB_OK|MB_ICONINFORMATION "$(NEWER_STAYS)" /SD IDOK
    SetErrorLevel 3
  ${Else}
    Call PutLaunchers
    Call PutInForce
    Call DropOlder
    Call PutShell
    WriteUninstaller "$INSTDIR\uninstall.exe"
    Call Register
  ${EndIf}
SectionEnd

; Whole under a name that nothing starts, then in its place by one rename. The same version may be
; there already, to be repaired; only then must nobody be using it, and it is deleted last.
Function PutVersion
  StrCpy $4 "$INSTDIR\versions\.${VERSION}.part"
  StrCpy $6 "$INSTDIR\versions\.${VERSION}.old"
  ; Set aside and never replaced: ended between the two renames.
  ${IfNot} ${FileExists} "$INSTDIR\versions\${VERSION}\*.*"
    Rename $6 "$INSTDIR\versions\${VERSION}"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\versions\${VERSION}\*.*"
    Call DemandIdle
  ${EndIf}
  RMDir /r $6
  RMDir /r $4
  SetOutPath $4
  File /r "${TREE}/*.*"
  SetOutPath $INSTDIR
  ${If} ${FileExists} "$INSTDIR\versions\${VERSION}\*.*"
    ClearErrors
    Rename "$INSTDIR\versions\${VERSION}" $6
    ${If} ${Errors}
      Abort "$INSTDIR\versions\${VERSION}"
    ${EndIf}
  ${EndIf}
  ClearErrors
  Rename $4 "$INSTDIR\versions\${VERSION}"
  ${If} ${Errors}
    Rename $6 "$INSTDIR\versions\${VERSION}"
    Abort "$INSTDIR\versions\${VERSION}"
  ${EndIf}
  RMDir /r $6
FunctionEnd

; Whole beside it first, then in its place by one rename. One that waits for its program cannot be
; replaced, but it can be renamed.
!macro PUT_LAUNCHER NAME
  File "/oname=${NAME}.new" "${LAUNCHERS}/${NAME}"
  System::Call 'kernel32::MoveFileExW(w "$INSTDIR\${NAME}.new", w "$INSTDIR\${NAME}", i 9) i .r3'
  ${If} $3 = 0
    Delete "$INSTDIR\${NAME}.old"
    Rename "$INSTDIR\${NAME}" "$INSTDIR\${NAME}.old"
    ClearErrors
    Rename "$INSTDIR\${NAME}.new" "$INSTDIR\${NAME}"
    ${If} ${Errors}
      Rename "$INSTDIR\${NAME}.old" "$INSTDIR\${NAME}"
      Abort "$INSTDIR\${NAME}"
    ${EndIf}
  ${EndIf}
  Delete /REBOOTOK "$INSTDIR\${NAME}.old"
!macroend
Function PutLaunchers
  SetOutPath $INSTDIR
  !insertmacro PUT_LAUNCHER command-center.exe
  !insertmacro PUT_LAUNCHER pusat-komando.exe
FunctionEnd

!include "${__FILEDIR__}/previous.nsh"

; Path and text from the stack. Beside it first, then in its place by one rename that is through
; before it answers.
Function WriteWhole
  Pop $0
  Pop $1
  FileOpen $2 "$1.part" w
  FileWrite $2 $0
  FileClose $2
  System::Call 'kernel32::MoveFileExW(w "$1.part", w "$1", i 9) i .r3'
  ${If} $3 = 0
    Abort "$(NOT_REPLACED)"
  ${EndIf}
FunctionEnd

; What is kept is the one in force and those to fall back on; newer ones wait to be taken up. One
; that still runs goes another time.
Function DropOlder
  FindFirst $8 $9 "$INSTDIR\versions\*"
  ${While} $9 != ""
    Call MayGo
    ${If} $0 = 1
      ClearErrors
      Delete "$INSTDIR\versions\$9\python.exe"
      ${IfNot} ${Errors}
        RMDir /r "$INSTDIR\versions\$9"
      ${EndIf}
    ${EndIf}
    FindNext $8 $9
  ${EndWhile}
  FindClose $8
FunctionEnd

; Whether the folder $9 may go: 1 in $0. With a dot before its name it was left half done.
Function MayGo
  StrCpy $0 0
  ${If} $9 == "."
  ${OrIf} $9 == ".."
  ${OrIf} $9 == "${VERSION}"
    Return
  ${EndIf}
  StrCpy $1 $9 1
  ${If} $1 != "."
    Push $9
    Call IsNewer
    Pop $1
    ${If} $1 = 1
      Return
    ${EndIf}
    Call IsNamed
    ${If} $1 = 1
      Return
    ${EndIf}
  ${EndIf}
  StrCpy $0 1
FunctionEnd

Function PutShell
  Call RemoveShell
  SetOutPath $INSTDIR
  CreateDirectory "$SMPROGRAMS\${PRODUCT}"
  CreateShortcut "$SMPROGRAMS\${PRODUCT}\$(ROOM).lnk" "$INSTDIR\pusat-komando.exe"
  CreateShortcut "$SMPROGRAMS\${PRODUCT}\$(EXERCISE).lnk" "$INSTDIR\pusat-komando.exe" "exercise"
  CreateShortcut "$SMPROGRAMS\${PRODUCT}\$(OBSERVERS).lnk" "$INSTDIR\pusat-komando.exe" \
    "live --observer"
  WriteRegStr HKLM "${APP_PATHS}\command-center.exe" "" "$INSTDIR\command-center.exe"
  WriteRegStr HKLM "${APP_PATHS}\pusat-komando.exe" "" "$INSTDIR\pusat-komando.exe"
  !insertmacro EACH_EVIDENCE "!insertmacro WRITE_VERIFY"
FunctionEnd

Function Register
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayIcon" "$INSTDIR\pusat-komando.exe"
  WriteRegStr HKLM "${UNINSTALL}" "Publisher" "${PRODUCT}"
  WriteRegStr HKLM "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKLM "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL}" "NoRepair" 1
FunctionEnd

; --- removing ---------------------------------------------------------------------------------

Function un.onInit
  !insertmacro BEGIN
  StrCpy $Purge 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PURGE" $1
  ${IfNot} ${Errors}
    StrCpy $Purge 1
  ${EndIf}
FunctionEnd

Function un.AskData
  !insertmacro MUI_HEADER_TEXT "$(DATA_TITLE)" "$(DATA_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 48u "$(DATA_EXPLAINED)"
  Pop $0
  ${NSD_CreateCheckbox} 0 56u 100% 12u "$(DATA_DELETE)"
  Pop $Box
  ${If} $Purge = 1
    ${NSD_Check} $Box
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function un.TakeData
  ${NSD_GetState} $Box $Purge
FunctionEnd

Section Uninstall
  Call un.DemandIdle
  Call un.RemoveShell
  RMDir /r "$INSTDIR\versions"
  RMDir /r "$INSTDIR\updates"
  Delete "$INSTDIR\command-center.exe"
  Delete "$INSTDIR\command-center.exe.old"
  Delete "$INSTDIR\command-center.exe.new"
  Delete "$INSTDIR\pusat-komando.exe"
  Delete "$INSTDIR\pusat-komando.exe.old"
  Delete "$INSTDIR\pusat-komando.exe.new"
  Delete "$INSTDIR\current.txt"
  Delete "$INSTDIR\current.pending"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "${UNINSTALL}"
  ${If} $Purge = 1
    Call un.RemoveData
  ${EndIf}
SectionEnd

; Of every user of this machine, and of who is removing it.
Function un.RemoveData
  StrCpy $0 0
  ${Do}
    EnumRegKey $1 HKLM "${PROFILES}" $0
    ${If} $1 == ""
      ${Break}
    ${EndIf}
    ReadRegStr $2 HKLM "${PROFILES}\$1" "ProfileImagePath"
    ExpandEnvStrings $2 $2
    StrCpy $R0 "$2\${DATA}"
    Call un.RemoveFolder
    IntOp $0 $0 + 1
  ${Loop}
  StrCpy $R0 "$PROFILE\${DATA}"
  Call un.RemoveFolder
FunctionEnd

; By the command of Windows: unlike RMDir /r, it never follows a link that a user put there to have
; an administrator delete something else.
Function un.RemoveFolder
  ${If} ${FileExists} "$R0\*.*"
    nsExec::Exec '"$SYSDIR\cmd.exe" /d /c rmdir /s /q "$R0"'
    Pop $3
    ${If} ${FileExists} "$R0\*.*"
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(NOT_DELETED)" /SD IDOK
      SetErrorLevel 2
    ${EndIf}
  ${EndIf}
FunctionEnd
