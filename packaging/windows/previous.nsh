; Which version is in force, and which ones it falls back on: updates\previous.txt, as the updates of
; the program keep it (command_center/updates/installation.py).

; The version in force in $5 and the one before it in $6, each "" unless it is whole. $7 is 1 where
; the one in force is newer than this one.
Function ReadState
  Push "$INSTDIR\updates\previous.txt"
  Call ReadVersion
  Pop $6
  Push "$INSTDIR\current.txt"
  Call ReadVersion
  Pop $5
  Push $5
  Call IsNewer
  Pop $7
FunctionEnd

; The path of a file on the stack becomes the whole version that its first line names, or "".
Function ReadVersion
  Pop $0
  StrCpy $1 ""
  ClearErrors
  FileOpen $R5 $0 r
  ${IfNot} ${Errors}
    Push $R5
    Call ReadLine
    Pop $1
    FileClose $R5
    ${If} $1 == "."
      StrCpy $1 ""
    ${EndIf}
  ${EndIf}
  Push $1
FunctionEnd

; The open file on the stack becomes the whole version that its next line names, "", or "." at its
; end.
Function ReadLine
  Pop $2
  ClearErrors
  FileRead $2 $1
  ${If} ${Errors}
    Push "."
    Return
  ${EndIf}
  ${TrimNewLines} $1 $1
  ; Numbers and dots, as the launcher takes it: never a way out of the versions' folder.
  ${StrFilter} "$1" "1" "." "" $3
  ${If} $1 != $3
  ${OrIfNot} ${FileExists} "$INSTDIR\versions\$1\python.exe"
    StrCpy $1 ""
  ${EndIf}
  Push $1
FunctionEnd

; The version on the stack becomes 1 if it is newer than this one.
Function IsNewer
  Exch $0
  ${VersionCompare} "$0" "${VERSION}" $0
  Exch $0
FunctionEnd

; The version before is kept, as updates keep it. What an administrator installs is not on trial.
Function PutInForce
  ${If} $5 != ""
  ${AndIf} $5 != "${VERSION}"
    Push $5
    Call WritePrevious
  ${EndIf}
  Delete "$INSTDIR\current.pending"
  Push "$INSTDIR\current.txt"
  Push "${VERSION}"
  Call WriteWhole
FunctionEnd

; The one in force falls back on this one, unless it stood and has a newer one to fall back on.
Function PutBeside
  Push $6
  Call IsNewer
  Pop $0
  Call IsOnTrial
  ${If} $0 <> 1
  ${OrIf} $1 = 1
    Push "${VERSION}"
    Call WritePrevious
  ${EndIf}
FunctionEnd

; The version on the stack is one to fall back on. Where the one in force ($5) has not stood, those
; behind it are kept, too: the newest first, the newest two and the last, as updates note them.
Function WritePrevious
  Pop $R0
  StrCpy $R1 ""
  StrCpy $R2 ""
  StrCpy $R3 ""
  StrCpy $R4 $R0
  Call IsOnTrial
  ${If} $1 = 1
    ClearErrors
    FileOpen $R5 "$INSTDIR\updates\previous.txt" r
    ${IfNot} ${Errors}
      Call MergePrevious
      FileClose $R5
    ${EndIf}
  ${EndIf}
  ${If} $R4 != ""
    Push $R4
    Call NotePrevious
  ${EndIf}
  CreateDirectory "$INSTDIR\updates"
  Push "$INSTDIR\updates\previous.txt"
  Push "$R1$R2$R3"
  Call WriteWhole
FunctionEnd

; The lines of the file $R5 that are whole versions, with $R4 (then "") where it belongs.
Function MergePrevious
  ${Do}
    Push $R5
    Call ReadLine
    Pop $R6
    ${If} $R6 == "."
      ${Break}
    ${EndIf}
    ${If} $R4 != ""
    ${AndIf} $R6 != ""
      ${VersionCompare} "$R6" "$R4" $R7
      ${If} $R7 <> 1
        Push $R4
        Call NotePrevious
        StrCpy $R4 ""
      ${EndIf}
    ${EndIf}
    ${If} $R6 != ""
    ${AndIf} $R6 != $R0
    ${AndIf} $R6 != $5
      Push $R6
      Call NotePrevious
    ${EndIf}
  ${Loop}
FunctionEnd

; The version on the stack becomes the first line, the second or, in the place of another, the last.
Function NotePrevious
  Exch $0
  ${If} $R1 == ""
    StrCpy $R1 $0
  ${ElseIf} $R2 == ""
    StrCpy $R2 "$\r$\n$0"
  ${Else}
    StrCpy $R3 "$\r$\n$0"
  ${EndIf}
  Pop $0
FunctionEnd

; Whether the version in force ($5) was taken up and has not stood: 1 in $1.
Function IsOnTrial
  StrCpy $1 0
  ClearErrors
  FileOpen $2 "$INSTDIR\current.pending" r
  ${If} ${Errors}
    Return
  ${EndIf}
  FileRead $2 $3
  FileClose $2
  ClearErrors
  ${WordFind} "$3" '"$5"' "E+1{" $4
  ${IfNot} ${Errors}
    StrCpy $1 1
  ${EndIf}
FunctionEnd

; Whether a line of previous.txt is $9: 1 in $1.
Function IsNamed
  StrCpy $1 0
  ClearErrors
  FileOpen $2 "$INSTDIR\updates\previous.txt" r
  ${If} ${Errors}
    Return
  ${EndIf}
  ${Do}
    ClearErrors
    FileRead $2 $3
    ${If} ${Errors}
      ${Break}
    ${EndIf}
    ${TrimNewLines} $3 $3
    ${If} $3 == $9
      StrCpy $1 1
    ${EndIf}
  ${Loop}
  FileClose $2
FunctionEnd
