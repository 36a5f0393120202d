/* Starts the program: by the Python beside this file, or else by that of the version in force.

   command-center.exe has a console; pusat-komando.exe, built with -DWINDOWED, has none and hides
   that of Python. Both lie in every versions\VERSION folder and, to be found by people, in the
   folder above, where current.txt says which version is in force. Where that version is not whole
   the one before it starts, which updates\previous.txt names. */

#include <windows.h>
#include <wchar.h>

enum { LONGEST = 32767, FAILED = 4 };
static wchar_t folder[LONGEST + 1], python[LONGEST + 1], command[LONGEST + 1];

static int fail(const wchar_t *sentence)
{
#ifdef WINDOWED
    MessageBoxW(NULL, sentence, L"Pusat Komando", MB_OK | MB_ICONERROR);
#else
    fwprintf(stderr, L"command-center: %ls\n", sentence);
#endif
    return FAILED;
}

static BOOL is_file(const wchar_t *path)
{
    DWORD found = GetFileAttributesW(path);
    return found != INVALID_FILE_ATTRIBUTES && !(found & FILE_ATTRIBUTE_DIRECTORY);
}

static BOOL put_together(wchar_t *path, const wchar_t *first, const wchar_t *second)
{
    int length = _snwprintf(path, LONGEST, L"%ls%ls", first, second);
    path[LONGEST] = 0;
    return length >= 0;
}

/* The folder of this file, with its last backslash. */
static BOOL find_folder(void)
{
    DWORD length = GetModuleFileNameW(NULL, folder, LONGEST);
    wchar_t *slash = length && length < LONGEST ? wcsrchr(folder, L'\\') : NULL;
    if (slash)
        slash[1] = 0;
    return slash != NULL;
}

/* Numbers and dots of the first line only: never a way out of the versions' folder. */
static BOOL read_version(const wchar_t *name, wchar_t version[32])
{
    static wchar_t path[LONGEST + 1];
    char text[31];
    DWORD length = 0, i;
    if (!put_together(path, folder, name))
        return FALSE;
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return FALSE;
    if (!ReadFile(file, text, sizeof text, &length, NULL))
        length = 0;
    CloseHandle(file);
    for (i = 0; i < length && (text[i] == '.' || (text[i] >= '0' && text[i] <= '9')); i++)
        version[i] = (wchar_t)text[i];
    version[i] = 0;
    return i > 0 && version[0] != L'.' && (i == length || text[i] == '\r' || text[i] == '\n');
}

static BOOL find_python_of(const wchar_t *name)
{
    wchar_t version[32], inside[64];
    if (!read_version(name, version))
        return FALSE;
    _snwprintf(inside, 64, L"versions\\%ls\\python.exe", version);
    return put_together(python, folder, inside) && is_file(python);
}

static BOOL find_python(void)
{
    if (put_together(python, folder, L"python.exe") && is_file(python))
        return TRUE;
    return find_python_of(L"current.txt") || find_python_of(L"updates\\previous.txt");
}

/* What was typed after the name of this program, as it was typed. */
static const wchar_t *words(void)
{
    const wchar_t *at = GetCommandLineW();
    BOOL quoted = FALSE;
    for (; *at && (quoted || (*at != L' ' && *at != L'\t')); at++)
        if (*at == L'"')
            quoted = !quoted;
    return at;
}

/* Ctrl+C is the program's to answer; this one waits for it to end. */
static BOOL WINAPI leave_to_program(DWORD event)
{
    return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
}

/* Who ends this process ends the program with it, but not what the program started. */
static void tie(HANDLE program)
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
    HANDLE job = CreateJobObjectW(NULL, NULL);
    limits.BasicLimitInformation.LimitFlags =
        JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK;
    if (job && SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits,
                                       sizeof limits))
        AssignProcessToJobObject(job, program);
}

static int run(void)
{
    STARTUPINFOW how = {.cb = sizeof how};
    PROCESS_INFORMATION program;
    DWORD status = FAILED, flags = 0;
    BOOL inherit = TRUE;
#ifdef WINDOWED
    flags = CREATE_NO_WINDOW;
    inherit = FALSE;
#endif
    if (_snwprintf(command, LONGEST, L"\"%ls\" -m command_center%ls", python, words()) < 0)
        return fail(L"Baris perintah terlalu panjang / The command line is too long.");
    SetConsoleCtrlHandler(leave_to_program, TRUE);
    if (!CreateProcessW(python, command, NULL, NULL, inherit, flags, NULL, NULL, &how, &program))
        return fail(L"Python di folder ini tidak dapat dijalankan. Pasang ulang programnya.\n"
                    L"The Python in this folder cannot be started. Install the program again.");
    tie(program.hProcess);
    WaitForSingleObject(program.hProcess, INFINITE);
    GetExitCodeProcess(program.hProcess, &status);
    return (int)status;
}

int wmain(void)
{
    if (find_folder() && find_python())
        return run();
    return fail(L"Tidak ada versi yang utuh di folder ini. Pasang ulang programnya.\n"
                L"There is no whole version in this folder. Install the program again.");
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, wchar_t *line, int show)
{
    (void)self, (void)before, (void)line, (void)show;
    return wmain();
}
#endif
