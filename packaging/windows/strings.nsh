; Every sentence of the installer that is not NSIS's own, in both languages.
; Names are used as $(NAME); tests compare the two lists.

!macro TEXT NAME INDONESIAN ENGLISH
  LangString ${NAME} ${LANG_INDONESIAN} "${INDONESIAN}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend
!define TEXT "!insertmacro TEXT"

${TEXT} NEEDS_WINDOWS_10 \
  "Pusat Komando memerlukan Windows 10 versi 1809 (build 17763) atau yang lebih baru. Perbarui Windows dahulu." \
  "Pusat Komando needs Windows 10 version 1809 (build 17763) or newer. Update Windows first."
${TEXT} STILL_RUNS \
  "Pusat Komando masih berjalan. Tutup semua jendelanya, juga milik pengguna lain di komputer ini, lalu ulangi." \
  "Pusat Komando is still running. Close all its windows, those of other users of this machine too, and try again."
${TEXT} NOT_REPLACED \
  "Versi baru belum dapat dipakai: berkas $INSTDIR\current.txt tidak dapat diganti. Versi lama tetap berlaku." \
  "The new version could not be put in force: the file $INSTDIR\current.txt cannot be replaced. The old version stays."
${TEXT} NEWER_STAYS \
  "Versi $5 lebih baru dan tetap berlaku. Versi ${VERSION} disimpan di sampingnya sebagai cadangan." \
  "Version $5 is newer and stays in force. Version ${VERSION} is kept beside it to fall back on."
${TEXT} ROOM "Pusat Komando" "Pusat Komando"
${TEXT} EXERCISE "Ruang Latihan" "Exercise Room"
${TEXT} OBSERVERS "Dinding Pengamat" "Observers' Wall"
${TEXT} VERIFY "Periksa sebagai bukti Pusat Komando" "Check as evidence of Pusat Komando"
${TEXT} DATA_TITLE "Data ruang" "Data of the room"
${TEXT} DATA_SUBTITLE \
  "Pilih apakah data di komputer ini disimpan atau dihapus." \
  "Choose whether the data on this machine are kept or deleted."
${TEXT} DATA_EXPLAINED \
  "Basis data, rekaman, bukti dan pengaturan semua pengguna komputer ini disimpan, supaya pemasangan berikutnya melanjutkannya. Data di server PostgreSQL dan di folder lain tidak pernah disentuh." \
  "Databases, recordings, evidence and settings of all users of this machine are kept, so that the next installation goes on with them. Data on a PostgreSQL server and in other folders are never touched."
${TEXT} DATA_DELETE \
  "Hapus data itu juga. Ini tidak dapat dibatalkan." \
  "Delete those data, too. This cannot be undone."
${TEXT} NOT_DELETED \
  "Sebagian data tidak dapat dihapus dan masih ada di: $R0" \
  "Some data could not be deleted and are still in: $R0"
