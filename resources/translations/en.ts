<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="id_ID">
<context>
    <name>Actions</name>
    <message>
        <source>Berikutnya</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Ambil</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Ambil alih</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Verifikasi</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Perintahkan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Prioritas 1</source>
        <translation>Priority 1</translation>
    </message>
    <message>
        <source>Prioritas 2</source>
        <translation>Priority 2</translation>
    </message>
    <message>
        <source>Prioritas 3</source>
        <translation>Priority 3</translation>
    </message>
    <message>
        <source>Prioritas 4</source>
        <translation>Priority 4</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Tangkap gambar</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>Gabung</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Lepas gabungan</source>
        <translation>Un-merge</translation>
    </message>
    <message>
        <source>Selesaikan</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Buka lagi</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Telepon 110</source>
        <translation>Call 110</translation>
    </message>
    <message>
        <source>Rekam bukti</source>
        <translation>Record evidence</translation>
    </message>
    <message>
        <source>Kejadian</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Orang</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>View</translation>
    </message>
    <message>
        <source>CCTV</source>
        <translation>CCTV</translation>
    </message>
    <message>
        <source>Perintah diterima</source>
        <translation>Order heard</translation>
    </message>
    <message>
        <source>Siap</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>Menuju TKP</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Di TKP</source>
        <translation>On scene</translation>
    </message>
    <message>
        <source>Plotting</source>
        <translation>Staged</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Returning</translation>
    </message>
    <message>
        <source>Isoma</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>Tidak siap</source>
        <translation>Unavailable</translation>
    </message>
    <message>
        <source>Lepas dinas</source>
        <translation>Off duty</translation>
    </message>
    <message>
        <source>Lepas dari kejadian</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Tutup: Esc atau F1</source>
        <translation>Close: Esc or F1</translation>
    </message>
    <message>
        <source>Daftar tombol</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Tanggapi</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Tunda</source>
        <translation>Shelve</translation>
    </message>
    <message>
        <source>Laporkan ke pemilik</source>
        <translation>Report to owner</translation>
    </message>
    <message>
        <source>CCTV 1×1</source>
        <translation>CCTV 1×1</translation>
    </message>
    <message>
        <source>CCTV 2×2</source>
        <translation>CCTV 2×2</translation>
    </message>
    <message>
        <source>CCTV 3×3</source>
        <translation>CCTV 3×3</translation>
    </message>
    <message>
        <source>CCTV 4×4</source>
        <translation>CCTV 4×4</translation>
    </message>
    <message>
        <source>CCTV 5×5</source>
        <translation>CCTV 5×5</translation>
    </message>
    <message>
        <source>CCTV 6×6</source>
        <translation>CCTV 6×6</translation>
    </message>
    <message>
        <source>CCTV 1+5</source>
        <translation>CCTV 1+5</translation>
    </message>
    <message>
        <source>CCTV 1+7</source>
        <translation>CCTV 1+7</translation>
    </message>
    <message>
        <source>CCTV 1+12</source>
        <translation>CCTV 1+12</translation>
    </message>
    <message>
        <source>Halaman kamera berikutnya</source>
        <translation>Next camera page</translation>
    </message>
    <message>
        <source>Tur</source>
        <translation>Tour</translation>
    </message>
    <message>
        <source>Susunan</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Semua kamera</source>
        <translation>All cameras</translation>
    </message>
    <message>
        <source>Tampilan berikutnya</source>
        <translation>Next view</translation>
    </message>
    <message>
        <source>Simpan tampilan</source>
        <translation>Save view</translation>
    </message>
    <message>
        <source>Urungkan susunan</source>
        <translation>Undo arrangement</translation>
    </message>
    <message>
        <source>Tetapkan ubin</source>
        <translation>Pin tile</translation>
    </message>
    <message>
        <source>Taruh kamera di ubin</source>
        <translation>Put camera on tile</translation>
    </message>
    <message>
        <source>Ganti kamera mati</source>
        <translation>Replace dead camera</translation>
    </message>
    <message>
        <source>Kamera di jendela sendiri</source>
        <translation>Camera in its own window</translation>
    </message>
    <message>
        <source>Ganti nama kamera</source>
        <translation>Rename camera</translation>
    </message>
    <message>
        <source>Catatan kamera</source>
        <translation>Camera note</translation>
    </message>
    <message>
        <source>Tutup bagian gambar</source>
        <translation>Mask part of picture</translation>
    </message>
    <message>
        <source>Cari atau perintah</source>
        <translation>Search or command</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Ke antrean</source>
        <translation>To the queue</translation>
    </message>
    <message>
        <source>Ke kamera kejadian</source>
        <translation>To the incident cameras</translation>
    </message>
    <message>
        <source>Daftar kamera</source>
        <translation>List of cameras</translation>
    </message>
    <message>
        <source>Cari di riwayat</source>
        <translation>Search history</translation>
    </message>
    <message>
        <source>Ke papan unit</source>
        <translation>To the unit board</translation>
    </message>
    <message>
        <source>Kelompok papan unit</source>
        <translation>Grouping of the unit board</translation>
    </message>
    <message>
        <source>Ke peta</source>
        <translation>To the map</translation>
    </message>
    <message>
        <source>Kesehatan sumber</source>
        <translation>Source health</translation>
    </message>
    <message>
        <source>Tata letak Siap</source>
        <translation>Layout Ready</translation>
    </message>
    <message>
        <source>Tata letak Kejadian</source>
        <translation>Layout Incident</translation>
    </message>
    <message>
        <source>Tata letak Operasi</source>
        <translation>Layout Operation</translation>
    </message>
    <message>
        <source>Tata letak Dinding</source>
        <translation>Layout Wall</translation>
    </message>
    <message>
        <source>Ganti tema</source>
        <translation>Change theme</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Bahasa Indonesia</translation>
    </message>
    <message>
        <source>Huruf lebih besar</source>
        <translation>Larger letters</translation>
    </message>
    <message>
        <source>Huruf lebih kecil</source>
        <translation>Smaller letters</translation>
    </message>
    <message>
        <source>Kunci</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Keluar atau ganti orang</source>
        <translation>Sign out or switch person</translation>
    </message>
    <message>
        <source>Ganti kata sandi</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>Orang dan peran</source>
        <translation>People and roles</translation>
    </message>
    <message>
        <source>Sahkan pemulihan</source>
        <translation>Confirm restored state</translation>
    </message>
    <message>
        <source>Catat perintah radio</source>
        <translation>Record radio order</translation>
    </message>
    <message>
        <source>Simpanan lokal</source>
        <translation>Kept locally</translation>
    </message>
    <message>
        <source>Cetak papan darurat</source>
        <translation>Print emergency board</translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>%1 · selesai</source>
        <translation>%1 · over</translation>
    </message>
    <message>
        <source>%1 · ditanggapi</source>
        <translation>%1 · answered</translation>
    </message>
    <message>
        <source>ditunda s.d. %1, sisa %2</source>
        <translation>shelved until %1, %2 left</translation>
    </message>
    <message>
        <source>dilaporkan ke %1 %2</source>
        <translation>reported to %1 %2</translation>
    </message>
    <message>
        <source>Belum ada alarm hari ini</source>
        <translation>No alarm yet today</translation>
    </message>
    <message>
        <source>%1 menit</source>
        <translation>%1 minutes</translation>
    </message>
    <message>
        <source>%1 jam</source>
        <translation>%1 hours</translation>
    </message>
    <message>
        <source>Alarm yang ditunda</source>
        <translation>Alarm to shelve</translation>
    </message>
    <message>
        <source>Berapa lama</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>Mengapa ditunda</source>
        <translation>Why it is shelved</translation>
    </message>
    <message>
        <source>Tunda</source>
        <translation>Shelve</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Tunda alarm</source>
        <translation>Shelve alarm</translation>
    </message>
    <message>
        <source>%1 dan %2 lagi</source>
        <translation>%1 and %2 more</translation>
    </message>
    <message>
        <source>%1 alarm</source>
        <translation>Alarms: %1</translation>
    </message>
</context>
<context>
    <name>Call</name>
    <message>
        <source>Saran %1: %2</source>
        <translation>Suggested %1: %2</translation>
    </message>
    <message>
        <source>Dipilih petugas; saran %1: %2</source>
        <translation>Chosen by hand; suggested %1: %2</translation>
    </message>
    <message>
        <source>Pilih kategori dahulu.</source>
        <translation>Choose a category first.</translation>
    </message>
    <message>
        <source>Isi tempat atau keterangan.</source>
        <translation>Enter a place or details.</translation>
    </message>
    <message>
        <source>Laporan 110</source>
        <translation>110 report</translation>
    </message>
    <message>
        <source>LAPORAN 110</source>
        <translation>110 REPORT</translation>
    </message>
    <message>
        <source>target menjawab %1 dtk</source>
        <translation>target to answer: %1 s</translation>
    </message>
    <message>
        <source>Kategori</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Pelapor</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>Prioritas</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Cameras</name>
    <message>
        <source>kini: %1</source>
        <translation>now: %1</translation>
    </message>
    <message>
        <source>tidak ditampilkan</source>
        <translation>not shown</translation>
    </message>
    <message>
        <source>menyambung</source>
        <translation>connecting</translation>
    </message>
    <message>
        <source>langsung</source>
        <translation>live</translation>
    </message>
    <message>
        <source>terhenti</source>
        <translation>stopped</translation>
    </message>
    <message>
        <source>menyambung lagi</source>
        <translation>reconnecting</translation>
    </message>
    <message>
        <source>terputus</source>
        <translation>disconnected</translation>
    </message>
    <message>
        <source>perlu sandi</source>
        <translation>needs a password</translation>
    </message>
    <message>
        <source>hilang</source>
        <translation>gone</translation>
    </message>
    <message>
        <source>baru</source>
        <translation>new</translation>
    </message>
    <message>
        <source>kembali</source>
        <translation>back</translation>
    </message>
    <message>
        <source>pindah</source>
        <translation>moved</translation>
    </message>
    <message>
        <source>ganti nama</source>
        <translation>renamed</translation>
    </message>
    <message>
        <source>ganti alamat</source>
        <translation>new address</translation>
    </message>
    <message>
        <source>data lain</source>
        <translation>other facts</translation>
    </message>
    <message>
        <source>kosong</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>bukan angka</source>
        <translation>not a number</translation>
    </message>
    <message>
        <source>di luar batas</source>
        <translation>out of range</translation>
    </message>
    <message>
        <source>lintang dan bujur tertukar</source>
        <translation>latitude and longitude swapped</translation>
    </message>
    <message>
        <source>tidak dapat dipakai</source>
        <translation>cannot be used</translation>
    </message>
    <message>
        <source>ganda</source>
        <translation>duplicate</translation>
    </message>
    <message>
        <source>terlalu panjang</source>
        <translation>too long</translation>
    </message>
    <message>
        <source>memuat sandi</source>
        <translation>holds a password</translation>
    </message>
    <message>
        <source>host tidak diizinkan</source>
        <translation>host not allowed</translation>
    </message>
    <message>
        <source>milik direktori lain</source>
        <translation>belongs to another directory</translation>
    </message>
    <message>
        <source>tidak lagi di direktori</source>
        <translation>no longer in its directory</translation>
    </message>
    <message>
        <source>tidak dipakai</source>
        <translation>not used</translation>
    </message>
    <message>
        <source>dibawa unit</source>
        <translation>carried by a unit</translation>
    </message>
    <message>
        <source>%1 kamera</source>
        <translation>%1 cameras</translation>
    </message>
    <message>
        <source>%1 dari %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok dengan “%1”</source>
        <translation>Nothing fits “%1”</translation>
    </message>
    <message>
        <source>Belum ada kamera: periksa direktori, atau impor berkas</source>
        <translation>No cameras yet: check a directory, or import a file</translation>
    </message>
    <message>
        <source>%1 sama</source>
        <translation>%1 the same</translation>
    </message>
    <message>
        <source>%1 di luar kota</source>
        <translation>%1 outside the city</translation>
    </message>
    <message>
        <source>%1 baris ditolak</source>
        <translation>%1 rows refused</translation>
    </message>
    <message>
        <source>di luar kota</source>
        <translation>outside the city</translation>
    </message>
    <message>
        <source>ditolak: baris %1 %2 %3</source>
        <translation>refused: row %1 %2 %3</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Periksa</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Tetap terapkan</source>
        <translation>Apply all the same</translation>
    </message>
    <message>
        <source>Terapkan</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Kota ini belum punya direktori kamera.</source>
        <translation>This city has no camera directory yet.</translation>
    </message>
    <message>
        <source>Menanyai %1…</source>
        <translation>Asking %1…</translation>
    </message>
    <message>
        <source>%1 dari %2 kamera diterapkan</source>
        <translation>%1 of %2 cameras applied</translation>
    </message>
    <message>
        <source>Periksa dahulu; tidak ada yang diubah sebelum diterapkan.</source>
        <translation>Check first; nothing changes before it is applied.</translation>
    </message>
    <message>
        <source>Tidak ada yang berubah.</source>
        <translation>Nothing has changed.</translation>
    </message>
    <message>
        <source>Ke daftar</source>
        <translation>To the list</translation>
    </message>
    <message>
        <source>Direktori</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>Yang akan berubah</source>
        <translation>What would change</translation>
    </message>
    <message>
        <source>Nama %1</source>
        <translation>Name of %1</translation>
    </message>
    <message>
        <source>Catatan %1</source>
        <translation>Note on %1</translation>
    </message>
    <message>
        <source>KAMERA</source>
        <translation>CAMERAS</translation>
    </message>
    <message>
        <source>Daftar kamera</source>
        <translation>List of cameras</translation>
    </message>
    <message>
        <source>Cari label, nama, kelurahan, catatan</source>
        <translation>Search label, name, kelurahan, note</translation>
    </message>
    <message>
        <source>Jangan dipakai</source>
        <translation>Do not use</translation>
    </message>
    <message>
        <source>Pakai lagi</source>
        <translation>Use again</translation>
    </message>
    <message>
        <source>Gambarnya bergerak</source>
        <translation>Its picture moves</translation>
    </message>
    <message>
        <source>Gambarnya boleh diam</source>
        <translation>Its picture may stand still</translation>
    </message>
    <message>
        <source>Lepas dari unit</source>
        <translation>Detach from its unit</translation>
    </message>
    <message>
        <source>Dibawa unit terpilih</source>
        <translation>Carried by the selected unit</translation>
    </message>
    <message>
        <source>Tampilkan</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Beri nama</source>
        <translation>Name it</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Cari kejadian, unit, kamera, tempat… atau perintah</source>
        <translation>Search incidents, units, cameras, places… or command</translation>
    </message>
    <message>
        <source>Cari atau perintah</source>
        <translation>Search or command</translation>
    </message>
    <message>
        <source>Perintah</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Kejadian</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Kamera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Tombol</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Perintahkan %1 ke %2</source>
        <translation>Order %1 to %2</translation>
    </message>
    <message>
        <source>Catat perintah radio: %1 ke %2</source>
        <translation>Record radio order: %1 to %2</translation>
    </message>
    <message>
        <source>Status %1: %2</source>
        <translation>Status %1: %2</translation>
    </message>
    <message>
        <source>Ambil %1</source>
        <translation>Take %1</translation>
    </message>
    <message>
        <source>Verifikasi %1</source>
        <translation>Verify %1</translation>
    </message>
    <message>
        <source>Buka lagi %1</source>
        <translation>Reopen %1</translation>
    </message>
    <message>
        <source>Prioritas %2: %1</source>
        <translation>Priority %2: %1</translation>
    </message>
    <message>
        <source>Selesaikan %1: %2</source>
        <translation>Close %1: %2</translation>
    </message>
    <message>
        <source>Catat di %1: %2</source>
        <translation>Note on %1: %2</translation>
    </message>
    <message>
        <source>Gabung %1 ke %2</source>
        <translation>Merge %1 into %2</translation>
    </message>
    <message>
        <source>Isi laporan telepon 110</source>
        <translation>Enter a 110 call</translation>
    </message>
    <message>
        <source>Tampilkan dinding %1</source>
        <translation>Show wall view %1</translation>
    </message>
    <message>
        <source>%1 menerima perintah</source>
        <translation>%1 has heard the order</translation>
    </message>
    <message>
        <source>Lepas %1 dari kejadian</source>
        <translation>Release %1 from its incident</translation>
    </message>
</context>
<context>
    <name>Conflict</name>
    <message>
        <source>Orang lain</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>%1 lebih dahulu, pukul %2</source>
        <translation>%1 was first, at %2</translation>
    </message>
    <message>
        <source>%1 lebih dahulu</source>
        <translation>%1 was first</translation>
    </message>
    <message>
        <source>(kosong)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Prioritas %1</source>
        <translation>Priority of %1</translation>
    </message>
    <message>
        <source>Penyelesaian %1</source>
        <translation>Closing of %1</translation>
    </message>
    <message>
        <source>Gabungan %1</source>
        <translation>Merge of %1</translation>
    </message>
    <message>
        <source>Pemegang %1</source>
        <translation>Owner of %1</translation>
    </message>
    <message>
        <source>Perintah %1</source>
        <translation>Order to %1</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>Status of %1</translation>
    </message>
    <message>
        <source>Jawaban %1</source>
        <translation>Answer of %1</translation>
    </message>
    <message>
        <source>Penarikan %1</source>
        <translation>Release of %1</translation>
    </message>
    <message>
        <source>Nama %1</source>
        <translation>Name of %1</translation>
    </message>
    <message>
        <source>Catatan %1</source>
        <translation>Note on %1</translation>
    </message>
    <message>
        <source>Pembawa %1</source>
        <translation>Carrier of %1</translation>
    </message>
    <message>
        <source>Perubahan %1</source>
        <translation>Change of %1</translation>
    </message>
    <message>
        <source>Tingkat situasi %1</source>
        <translation>Situation level of %1</translation>
    </message>
    <message>
        <source>Ambil alih %1</source>
        <translation>Take-over of %1</translation>
    </message>
    <message>
        <source>%1 menit</source>
        <translation>%1 minutes</translation>
    </message>
    <message>
        <source>bagian dari %1</source>
        <translation>part of %1</translation>
    </message>
    <message>
        <source>ke %1</source>
        <translation>to %1</translation>
    </message>
    <message>
        <source>lepas dari gabungan</source>
        <translation>taken out of the merge</translation>
    </message>
    <message>
        <source>perintah diterima</source>
        <translation>order acknowledged</translation>
    </message>
    <message>
        <source>ditarik</source>
        <translation>released</translation>
    </message>
    <message>
        <source>serahkan</source>
        <translation>hand over</translation>
    </message>
    <message>
        <source>tolak</source>
        <translation>refuse</translation>
    </message>
    <message>
        <source>batalkan</source>
        <translation>withdraw</translation>
    </message>
    <message>
        <source>urungkan</source>
        <translation>undo</translation>
    </message>
    <message>
        <source>sampai %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>memerintah %1 ke sini</source>
        <translation>ordered %1 here</translation>
    </message>
    <message>
        <source>sudah diserahkan</source>
        <translation>already handed over</translation>
    </message>
    <message>
        <source>sudah ditolak</source>
        <translation>already refused</translation>
    </message>
    <message>
        <source>sudah dibatalkan</source>
        <translation>already withdrawn</translation>
    </message>
    <message>
        <source>mengubah yang lain</source>
        <translation>changed something else</translation>
    </message>
    <message>
        <source> · %1 lagi</source>
        <translation> · %1 more</translation>
    </message>
    <message>
        <source>Anda: %1</source>
        <translation>You: %1</translation>
    </message>
    <message>
        <source>Yang berlaku: %1</source>
        <translation>In force: %1</translation>
    </message>
    <message>
        <source>Pakai punya saya</source>
        <translation>Use mine</translation>
    </message>
    <message>
        <source>Minta ambil alih</source>
        <translation>Ask to take over</translation>
    </message>
    <message>
        <source>Biarkan</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Perintahkan %1</source>
        <translation>Order %1</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Seluruh data dibaca lagi dari pusat data.</source>
        <translation>All data is being read again from the data centre.</translation>
    </message>
    <message>
        <source>MENYINKRONKAN</source>
        <translation>SYNCHRONISING</translation>
    </message>
    <message>
        <source>JAM MELESET</source>
        <translation>CLOCK OFF</translation>
    </message>
    <message>
        <source>menyinkronkan</source>
        <translation>synchronising</translation>
    </message>
    <message>
        <source>LURING</source>
        <translation>OFFLINE</translation>
    </message>
    <message>
        <source>RAGU</source>
        <translation>DOUBTFUL</translation>
    </message>
    <message>
        <source>data %1 lalu</source>
        <translation>data %1 old</translation>
    </message>
    <message>
        <source>Jam komputer ini %1 dtk lebih cepat dari pusat data.</source>
        <translation>This computer's clock is %1 s ahead of the data centre.</translation>
    </message>
    <message>
        <source>Jam komputer ini %1 dtk lebih lambat dari pusat data.</source>
        <translation>This computer's clock is %1 s behind the data centre.</translation>
    </message>
    <message>
        <source>Data kembali mutakhir.</source>
        <translation>The data is up to date again.</translation>
    </message>
    <message>
        <source>TERSAMBUNG</source>
        <translation>CONNECTED</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>Menghubungi pusat data</source>
        <translation>Asking the database</translation>
    </message>
    <message>
        <source>Belum ada administrator</source>
        <translation>No administrator yet</translation>
    </message>
    <message>
        <source>Ruang baru: buat administrator pertama</source>
        <translation>New room: create its first administrator</translation>
    </message>
    <message>
        <source>Masuk untuk bekerja</source>
        <translation>Sign in to work</translation>
    </message>
    <message>
        <source>Terkunci: %1</source>
        <translation>Locked: %1</translation>
    </message>
    <message>
        <source>Ganti kata sandi sementara, %1</source>
        <translation>Change the temporary password, %1</translation>
    </message>
    <message>
        <source>Ganti kata sandi</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>Antrean, alarm, dan peta tetap terbaca.</source>
        <translation>Queue, alarms and map stay readable.</translation>
    </message>
    <message>
        <source>Paling sedikit 10 huruf; jangan memuat nama masuk.</source>
        <translation>At least 10 characters; must not contain the login.</translation>
    </message>
    <message>
        <source>Administrator lalu menambah orang lain.</source>
        <translation>The administrator then adds the others.</translation>
    </message>
    <message>
        <source>Nama lengkap</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>Nama masuk</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Kata sandi sekarang</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>Kata sandi baru</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Ulangi kata sandi baru</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>Buat administrator</source>
        <translation>Create administrator</translation>
    </message>
    <message>
        <source>Masuk</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Periksa lagi</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Ganti orang</source>
        <translation>Switch person</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Memeriksa…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Terlalu banyak kata sandi salah. Coba lagi dalam %1.</source>
        <translation>Too many wrong passwords. Try again in %1.</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Teks perintah</source>
        <translation>Order text</translation>
    </message>
    <message>
        <source>Pakai teks saran</source>
        <translation>Use suggested text</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1 org</source>
        <translation>%1 crew</translation>
    </message>
    <message>
        <source>%1 · diminta</source>
        <translation>%1 · on request</translation>
    </message>
    <message>
        <source>pelapor terbuka</source>
        <translation>reporter open</translation>
    </message>
    <message>
        <source>pelapor rahasia</source>
        <translation>reporter confidential</translation>
    </message>
    <message>
        <source>pelapor anonim</source>
        <translation>reporter anonymous</translation>
    </message>
    <message>
        <source>GPS</source>
        <translation>GPS</translation>
    </message>
    <message>
        <source>dari alamat</source>
        <translation>from the address</translation>
    </message>
    <message>
        <source>titik tengah wilayah</source>
        <translation>middle of the area</translation>
    </message>
    <message>
        <source>dipilih operator</source>
        <translation>chosen by operator</translation>
    </message>
    <message>
        <source>lokasi belum diketahui</source>
        <translation>place not known yet</translation>
    </message>
    <message>
        <source>Rincian kejadian</source>
        <translation>Incident details</translation>
    </message>
    <message>
        <source>Lini masa</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Pilih kejadian di antrean</source>
        <translation>Select an incident in the queue</translation>
    </message>
    <message>
        <source>Unit siap terdekat, waktu perkiraan garis lurus</source>
        <translation>Nearest available units, straight-line estimate</translation>
    </message>
    <message>
        <source>Lokasi belum diketahui: seret unit dari papan ke kejadian</source>
        <translation>Place not known yet: drag a unit from the board to the incident</translation>
    </message>
    <message>
        <source>Tidak ada unit siap</source>
        <translation>No unit available</translation>
    </message>
    <message>
        <source>Saran baru saja berubah. Perintahkan %1?</source>
        <translation>The advice just changed. Order %1?</translation>
    </message>
    <message>
        <source>Perintahkan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>dan %1 gabungan lain</source>
        <translation>and %1 more merged</translation>
    </message>
    <message>
        <source>%1 tersimpan lokal</source>
        <translation>%1 kept locally</translation>
    </message>
    <message>
        <source>Gabungan %1 %2</source>
        <translation>Merged %1 %2</translation>
    </message>
    <message>
        <source>Pisahkan</source>
        <translation>Un-merge</translation>
    </message>
    <message>
        <source>Sementara itu diselesaikan: %1</source>
        <translation>Closed meanwhile: %1</translation>
    </message>
    <message>
        <source>Sementara itu digabung ke %1</source>
        <translation>Merged into %1 meanwhile</translation>
    </message>
    <message>
        <source>Sementara itu dipegang %1</source>
        <translation>Owned by %1 meanwhile</translation>
    </message>
    <message>
        <source>Selesaikan %1 sebagai</source>
        <translation>Close %1 as</translation>
    </message>
    <message>
        <source>Catatan untuk %1</source>
        <translation>Note for %1</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ambil alih %1 dari %2: mengapa?</source>
        <translation>Take %1 over from %2: why?</translation>
    </message>
    <message>
        <source>Minta %1 dari %2: mengapa?</source>
        <translation>Ask %2 for %1: why?</translation>
    </message>
    <message>
        <source>Ambil alih</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Minta</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>Gabungkan %1 ke</source>
        <translation>Merge %1 into</translation>
    </message>
    <message>
        <source>mungkin sama</source>
        <translation>may be the same</translation>
    </message>
</context>
<context>
    <name>Disposition</name>
    <message>
        <source>Tertangani</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>Diteruskan ke instansi lain</source>
        <translation>Referred to another agency</translation>
    </message>
    <message>
        <source>Laporan tidak benar</source>
        <translation>False report</translation>
    </message>
    <message>
        <source>Laporan iseng</source>
        <translation>Prank</translation>
    </message>
    <message>
        <source>Tidak ditemukan di lokasi</source>
        <translation>Not found on scene</translation>
    </message>
    <message>
        <source>Laporan ganda</source>
        <translation>Duplicate report</translation>
    </message>
    <message>
        <source>Data lama</source>
        <translation>Old data</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>cakram penuh</source>
        <translation>disk full</translation>
    </message>
    <message>
        <source>folder bukti tidak dapat ditulis</source>
        <translation>evidence folder cannot be written</translation>
    </message>
    <message>
        <source>program ditutup</source>
        <translation>program closed</translation>
    </message>
    <message>
        <source>program terputus</source>
        <translation>program interrupted</translation>
    </message>
    <message>
        <source>cakram terlalu lambat</source>
        <translation>disk too slow</translation>
    </message>
    <message>
        <source>sambungan kamera sempat putus</source>
        <translation>camera connection was lost in between</translation>
    </message>
    <message>
        <source>aliran kamera berganti</source>
        <translation>camera stream changed in between</translation>
    </message>
    <message>
        <source>kamera berhenti mengirim</source>
        <translation>camera stopped sending</translation>
    </message>
    <message>
        <source>kamera belum lama dibuka</source>
        <translation>camera not open for long</translation>
    </message>
    <message>
        <source>kamera tidak mengirim apa pun</source>
        <translation>camera sends nothing</translation>
    </message>
    <message>
        <source>kamera tidak sedang dibuka</source>
        <translation>camera is not open</translation>
    </message>
    <message>
        <source>data kamera tidak dapat disimpan</source>
        <translation>the camera's data cannot be stored</translation>
    </message>
    <message>
        <source>format kamera tidak didukung</source>
        <translation>camera format not supported</translation>
    </message>
    <message>
        <source>BERUBAH: manifesnya bukan yang tercatat</source>
        <translation>CHANGED: its manifest is not the one in the log</translation>
    </message>
    <message>
        <source>utuh, setiap bita seperti saat ditulis</source>
        <translation>whole, every byte as it was written</translation>
    </message>
    <message>
        <source>HILANG: berkasnya tidak ada</source>
        <translation>MISSING: its file is not there</translation>
    </message>
    <message>
        <source>HILANG: berkasnya tidak terbaca</source>
        <translation>MISSING: its file cannot be read</translation>
    </message>
    <message>
        <source>kesalahan program</source>
        <translation>program error</translation>
    </message>
    <message>
        <source>pemilik</source>
        <translation>its owner</translation>
    </message>
    <message>
        <source>rekaman %1 sudah terhapus</source>
        <translation>recording at %1 is already deleted</translation>
    </message>
    <message>
        <source>%1 h %2 j</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 j %2 m</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>rekaman %1 terhapus dalam %2</source>
        <translation>recording at %1 is deleted in %2</translation>
    </message>
    <message>
        <source>menulis berkas …</source>
        <translation>writing the file …</translation>
    </message>
    <message>
        <source>merekam %1 dtk lagi</source>
        <translation>recording, %1 s to go</translation>
    </message>
    <message>
        <source>BERUBAH pada bita %1–%2</source>
        <translation>CHANGED in bytes %1–%2</translation>
    </message>
    <message>
        <source>Periksa</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Lepas penahanan</source>
        <translation>Release hold</translation>
    </message>
    <message>
        <source>Tahan</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>belum tercatat selesai</source>
        <translation>not logged as finished</translation>
    </message>
    <message>
        <source>gagal: %1</source>
        <translation>failed: %1</translation>
    </message>
    <message>
        <source>sebagian: %1</source>
        <translation>in part: %1</translation>
    </message>
    <message>
        <source>ditahan: %1</source>
        <translation>held: %1</translation>
    </message>
    <message>
        <source>di meja %1</source>
        <translation>at desk %1</translation>
    </message>
    <message>
        <source>memeriksa …</source>
        <translation>checking …</translation>
    </message>
    <message>
        <source>%1 rekaman lain</source>
        <translation>%1 more recordings</translation>
    </message>
    <message>
        <source>Alasan melepas penahanan</source>
        <translation>Reason of releasing the hold</translation>
    </message>
    <message>
        <source>Alasan menahan</source>
        <translation>Reason of the hold</translation>
    </message>
    <message>
        <source>Rekaman bukti</source>
        <translation>Recorded evidence</translation>
    </message>
</context>
<context>
    <name>Exercise</name>
    <message>
        <source>Pilih kejadian yang belum bertuan, lalu ambil.</source>
        <translation>Select an incident without an owner, then take it.</translation>
    </message>
    <message>
        <source>Lihat kameranya, lalu verifikasi kejadian itu.</source>
        <translation>Look at its cameras, then verify the incident.</translation>
    </message>
    <message>
        <source>Pilih unit terdekat, lalu perintahkan.</source>
        <translation>Choose the nearest unit, then order it.</translation>
    </message>
    <message>
        <source>Tunggu: unit menjawab dan berangkat.</source>
        <translation>Wait: the unit answers and sets off.</translation>
    </message>
    <message>
        <source>Selesaikan kejadian dengan hasilnya.</source>
        <translation>Close the incident with its outcome.</translation>
    </message>
    <message>
        <source>Coba sendiri · langkah %1 dari %2</source>
        <translation>Try it yourself · step %1 of %2</translation>
    </message>
    <message>
        <source>Lewati</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Lewati langkah-langkah coba sendiri</source>
        <translation>Skip the try-it-yourself steps</translation>
    </message>
    <message>
        <source>basis data</source>
        <translation>database</translation>
    </message>
    <message>
        <source>kamera</source>
        <translation>cameras</translation>
    </message>
    <message>
        <source>%1: tercabut</source>
        <translation>%1: pulled</translation>
    </message>
    <message>
        <source>%1: terpasang</source>
        <translation>%1: plugged in</translation>
    </message>
    <message>
        <source>Cabut, lihat akibatnya, pasang lagi</source>
        <translation>Pull it, see what happens, plug it in again</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 dtk</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 j %2 m</source>
        <translation>%1 h %2 m</translation>
    </message>
    <message>
        <source>%1 j</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 hr</source>
        <translation>%1 d</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>terakhir berhasil %1 (%2)</source>
        <translation>last success %1 (%2)</translation>
    </message>
    <message>
        <source>coba lagi %1</source>
        <translation>next try %1</translation>
    </message>
    <message>
        <source>Pusat data</source>
        <translation>Data centre</translation>
    </message>
    <message>
        <source>Cadangan</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>KESEHATAN SUMBER</source>
        <translation>SOURCE HEALTH</translation>
    </message>
    <message>
        <source>simpanan rusak</source>
        <translation>store damaged</translation>
    </message>
    <message>
        <source>%1 sumber</source>
        <translation>%1 sources</translation>
    </message>
    <message>
        <source>CCTV %1 langsung</source>
        <translation>CCTV %1 live</translation>
    </message>
    <message>
        <source>putus</source>
        <translation>down</translation>
    </message>
    <message>
        <source>%1 dtk</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Ketik kata, nomor, atau isi catatan.</source>
        <translation>Type a word, a number or what a note says.</translation>
    </message>
    <message>
        <source>Tidak ada kejadian dengan semua kata itu.</source>
        <translation>No incident holds all these words.</translation>
    </message>
    <message>
        <source>Cari di semua kejadian</source>
        <translation>Search all incidents</translation>
    </message>
    <message>
        <source>Kejadian yang ditemukan</source>
        <translation>Incidents that were found</translation>
    </message>
    <message>
        <source>Riwayat kejadian terpilih</source>
        <translation>History of the chosen incident</translation>
    </message>
    <message>
        <source>digabung</source>
        <translation>merged</translation>
    </message>
    <message>
        <source>dibatalkan</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>terbuka</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>kejadian P1–P4</source>
        <translation>incidents P1–P4</translation>
    </message>
    <message>
        <source>belum diverifikasi</source>
        <translation>not verified</translation>
    </message>
    <message>
        <source>unit siap</source>
        <translation>unit available</translation>
    </message>
    <message>
        <source>posisi usang</source>
        <translation>old position</translation>
    </message>
    <message>
        <source>%1 unit tanpa posisi</source>
        <translation>%1 units without position</translation>
    </message>
    <message>
        <source>%1 kejadian, %2 unit, %3 kamera di peta</source>
        <translation>%1 incidents, %2 units, %3 cameras on the map</translation>
    </message>
    <message>
        <source>Peta situasi</source>
        <translation>Situation map</translation>
    </message>
    <message>
        <source>Perbesar</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Perkecil</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Seluruh kota</source>
        <translation>Whole city</translation>
    </message>
</context>
<context>
    <name>Offline</name>
    <message>
        <source>Konflik perintah: %1 dikirim dua meja</source>
        <translation>Orders in conflict: %1 was sent by two desks</translation>
    </message>
    <message>
        <source>Tetap %1</source>
        <translation>Keep %1</translation>
    </message>
    <message>
        <source>Menunggu keputusan kepala regu</source>
        <translation>Waiting for the shift lead to decide</translation>
    </message>
    <message>
        <source>Pertama</source>
        <translation>First</translation>
    </message>
    <message>
        <source>Kemudian</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>Laporan 110 %1: %2</source>
        <translation>110 call %1: %2</translation>
    </message>
    <message>
        <source>Catatan %1: %2</source>
        <translation>Note %1: %2</translation>
    </message>
    <message>
        <source>Status %1: %2</source>
        <translation>Status %1: %2</translation>
    </message>
    <message>
        <source>%1 menerima perintah</source>
        <translation>%1 heard its order</translation>
    </message>
    <message>
        <source>Perintah radio %1 ke %2</source>
        <translation>Radio order %1 to %2</translation>
    </message>
    <message>
        <source>ditolak ruang: %1</source>
        <translation>refused by the room: %1</translation>
    </message>
    <message>
        <source>menunggu ruang</source>
        <translation>waiting for the room</translation>
    </message>
    <message>
        <source>%1 tersimpan lokal</source>
        <translation>%1 kept locally</translation>
    </message>
    <message>
        <source>%1 ditolak</source>
        <translation>%1 refused</translation>
    </message>
    <message>
        <source>Hanya tersimpan di komputer ini</source>
        <translation>Kept on this computer only</translation>
    </message>
    <message>
        <source>Tidak ada: ruang punya semuanya.</source>
        <translation>Nothing: the room has it all.</translation>
    </message>
    <message>
        <source>dan %1 lagi</source>
        <translation>and %1 more</translation>
    </message>
    <message>
        <source>Sudah diurus</source>
        <translation>Dealt with</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>%1, merapat %2, %3.</source>
        <translation>%1, proceed to %2, %3.</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Kepala regu</source>
        <translation>Shift lead</translation>
    </message>
    <message>
        <source>Penghubung</source>
        <translation>Liaison</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Pengamat</source>
        <translation>Observer</translation>
    </message>
    <message>
        <source>Sistem</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Konsol</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Belum masuk</source>
        <translation>Not signed in</translation>
    </message>
    <message>
        <source>terkunci</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>masuk lagi sebelum %1</source>
        <translation>sign in again before %1</translation>
    </message>
    <message>
        <source>masuk luring</source>
        <translation>signed in offline</translation>
    </message>
    <message>
        <source>Belum ada orang. Tambah yang pertama.</source>
        <translation>Nobody yet. Add the first.</translation>
    </message>
    <message>
        <source>%1 orang</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>Keluarkan %1? Ia tidak dapat masuk lagi; namanya tetap di catatan.</source>
        <translation>Let %1 go? They cannot sign in any more; their name stays in the log.</translation>
    </message>
    <message>
        <source>Keluarkan</source>
        <translation>Let go</translation>
    </message>
    <message>
        <source>ORANG</source>
        <translation>PEOPLE</translation>
    </message>
    <message>
        <source>Orang dan peran</source>
        <translation>People and roles</translation>
    </message>
    <message>
        <source>Tambah</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Ubah</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Sandi sementara</source>
        <translation>Temporary password</translation>
    </message>
    <message>
        <source>Membuat kata sandi sementara…</source>
        <translation>Making a temporary password…</translation>
    </message>
    <message>
        <source>Kata sandi sementara untuk %1 (nama masuk %2):</source>
        <translation>Temporary password for %1 (login %2):</translation>
    </message>
    <message>
        <source>Kata sandi sementara</source>
        <translation>Temporary password</translation>
    </message>
    <message>
        <source>Tampil sekali ini saja; ia menggantinya saat pertama masuk.</source>
        <translation>Shown this once; they change it when they first sign in.</translation>
    </message>
    <message>
        <source>keluar %1</source>
        <translation>left %1</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nama masuk</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Instansi</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>PlaceKind</name>
    <message>
        <source>kecamatan</source>
        <translation>district</translation>
    </message>
    <message>
        <source>kelurahan</source>
        <translation>ward</translation>
    </message>
    <message>
        <source>rumah sakit</source>
        <translation>hospital</translation>
    </message>
    <message>
        <source>pos</source>
        <translation>post</translation>
    </message>
    <message>
        <source>kantor polisi</source>
        <translation>police station</translation>
    </message>
    <message>
        <source>kantor pemerintah</source>
        <translation>government office</translation>
    </message>
    <message>
        <source>kantor pemilu</source>
        <translation>election office</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>polling station</translation>
    </message>
    <message>
        <source>sekolah</source>
        <translation>school</translation>
    </message>
    <message>
        <source>pasar</source>
        <translation>market</translation>
    </message>
    <message>
        <source>stasiun/terminal</source>
        <translation>station</translation>
    </message>
    <message>
        <source>tempat dikenal</source>
        <translation>landmark</translation>
    </message>
    <message>
        <source>jalan</source>
        <translation>road</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>perintah</source>
        <translation>order</translation>
    </message>
    <message>
        <source>catatan</source>
        <translation>note</translation>
    </message>
    <message>
        <source>penyelesaian</source>
        <translation>closing</translation>
    </message>
    <message>
        <source>gabungan</source>
        <translation>merge</translation>
    </message>
    <message>
        <source>ambil alih</source>
        <translation>take-over</translation>
    </message>
    <message>
        <source>nama</source>
        <translation>name</translation>
    </message>
    <message>
        <source>sedang diubah oleh %1</source>
        <translation>being edited by %1</translation>
    </message>
</context>
<context>
    <name>Ptz</name>
    <message>
        <source>Geser kamera ke kiri (Shift+Kiri)</source>
        <translation>Pan camera left (Shift+Left)</translation>
    </message>
    <message>
        <source>Geser kamera ke atas (Shift+Atas)</source>
        <translation>Tilt camera up (Shift+Up)</translation>
    </message>
    <message>
        <source>Geser kamera ke bawah (Shift+Bawah)</source>
        <translation>Tilt camera down (Shift+Down)</translation>
    </message>
    <message>
        <source>Geser kamera ke kanan (Shift+Kanan)</source>
        <translation>Pan camera right (Shift+Right)</translation>
    </message>
    <message>
        <source>Perbesar kamera (Shift+PgUp)</source>
        <translation>Zoom camera in (Shift+PgUp)</translation>
    </message>
    <message>
        <source>Perkecil kamera (Shift+PgDn)</source>
        <translation>Zoom camera out (Shift+PgDn)</translation>
    </message>
    <message>
        <source>Pelan</source>
        <translation>Slow</translation>
    </message>
    <message>
        <source>Sedang</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Cepat</source>
        <translation>Fast</translation>
    </message>
    <message>
        <source>%1 bebas</source>
        <translation>%1 is free</translation>
    </message>
    <message>
        <source>%1 Anda pegang · %2 lagi</source>
        <translation>You hold %1 · %2 left</translation>
    </message>
    <message>
        <source>orang lain</source>
        <translation>somebody else</translation>
    </message>
    <message>
        <source>%1 dipegang %2 sampai %3</source>
        <translation>%1 is held by %2 until %3</translation>
    </message>
    <message>
        <source>Lepas</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Pegang</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Shift +</source>
        <translation>Shift +</translation>
    </message>
    <message>
        <source>Alasan mengambil alih kamera</source>
        <translation>Reason for taking the camera over</translation>
    </message>
    <message>
        <source>Alasan mengambil alih</source>
        <translation>Reason for taking over</translation>
    </message>
    <message>
        <source>Ambil alih</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Laju gerakan kamera</source>
        <translation>Speed of the camera</translation>
    </message>
    <message>
        <source>Kendali kamera</source>
        <translation>Camera controls</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Aktif</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Baru</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Lewat target</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>selesai</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>dibatalkan</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>digabung</source>
        <translation>merged</translation>
    </message>
    <message>
        <source>belum diverifikasi</source>
        <translation>not verified</translation>
    </message>
    <message>
        <source>tanpa pemilik</source>
        <translation>no owner</translation>
    </message>
    <message>
        <source>tersimpan lokal</source>
        <translation>kept locally</translation>
    </message>
    <message>
        <source>%1 tersimpan lokal</source>
        <translation>%1 kept locally</translation>
    </message>
    <message>
        <source>lewat target</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>%1 baru</source>
        <translation>%1 new</translation>
    </message>
    <message>
        <source>%1 berubah</source>
        <translation>%1 changed</translation>
    </message>
    <message>
        <source>Antrean kejadian</source>
        <translation>Incident queue</translation>
    </message>
    <message>
        <source>BARU</source>
        <translation>NEW</translation>
    </message>
    <message>
        <source>Ambil</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>ANTREAN KEJADIAN</source>
        <translation>INCIDENT QUEUE</translation>
    </message>
    <message>
        <source>← → mengganti tab</source>
        <translation>← → change the tab</translation>
    </message>
    <message>
        <source>%1 diminta</source>
        <translation>%1 requested</translation>
    </message>
    <message>
        <source>%1 konflik</source>
        <translation>%1 conflict</translation>
    </message>
    <message>
        <source>Tidak ada kejadian</source>
        <translation>No incidents</translation>
    </message>
</context>
<context>
    <name>Sealed</name>
    <message>
        <source>Nama pelapor</source>
        <translation>Reporter's name</translation>
    </message>
    <message>
        <source>Telepon pelapor</source>
        <translation>Reporter's telephone</translation>
    </message>
    <message>
        <source>Alamat pelapor</source>
        <translation>Reporter's address</translation>
    </message>
    <message>
        <source>Tersegel sampai %1: %2</source>
        <translation>Sealed until %1: %2</translation>
    </message>
    <message>
        <source>Data pelapor</source>
        <translation>Reporter's data</translation>
    </message>
    <message>
        <source>Segel data pelapor…</source>
        <translation>Seal reporter's data…</translation>
    </message>
    <message>
        <source>Buka segel…</source>
        <translation>Open the seal…</translation>
    </message>
    <message>
        <source>Musnahkan…</source>
        <translation>Destroy…</translation>
    </message>
    <message>
        <source>Alasan membuka (dicatat)</source>
        <translation>Why it is opened (logged)</translation>
    </message>
    <message>
        <source>Alasan memusnahkan selamanya (dicatat)</source>
        <translation>Reason for destroying it for good (logged)</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Tersimpan lokal; dikirim ke ruang begitu tersambung.</source>
        <translation>Kept locally; sent to the room once connected.</translation>
    </message>
    <message>
        <source>Laporan tersimpan lokal sebagai {number}; dikirim begitu tersambung.</source>
        <translation>Call kept locally as {number}; sent once connected.</translation>
    </message>
    <message>
        <source>Luring: ini harus menunggu. Perintahkan lewat radio, lalu catat dengan Shift+Enter.</source>
        <translation>Offline: this must wait. Order by radio, then record it with Shift+Enter.</translation>
    </message>
    <message>
        <source>Komputer ini tidak dapat menyimpan; tulis di papan darurat.</source>
        <translation>This computer cannot store it; write it on the emergency board.</translation>
    </message>
    <message>
        <source>Simpanan lokal rusak dan disisihkan sebagai {file}; {rescued} catatan terselamatkan.</source>
        <translation>The local store was damaged and put aside as {file}; {rescued} entries were saved.</translation>
    </message>
    <message>
        <source>Catatan ini tidak terbaca oleh program ini.</source>
        <translation>This program cannot read that entry.</translation>
    </message>
    <message>
        <source>Perintah radio kepada {units} ke {number} dicatat.</source>
        <translation>Radio order to {units} for {number} recorded.</translation>
    </message>
    <message>
        <source>{unit} tetap di {number}.</source>
        <translation>{unit} stays on {number}.</translation>
    </message>
    <message>
        <source>Konflik ini sudah diputuskan {by}.</source>
        <translation>{by} has already decided this conflict.</translation>
    </message>
    <message>
        <source>Perintah itu bukan bagian dari konflik ini.</source>
        <translation>That order has no part in this conflict.</translation>
    </message>
    <message>
        <source>{unit} dikirim dua kali: #{number} lebih dahulu, lalu #{other}</source>
        <translation>{unit} was sent twice: #{number} first, then #{other}</translation>
    </message>
    <message>
        <source>Nomor lokal dicatat.</source>
        <translation>Local number recorded.</translation>
    </message>
    <message>
        <source>Papan darurat ditulis ke {file}</source>
        <translation>Emergency board written to {file}</translation>
    </message>
    <message>
        <source>Papan darurat tidak dapat ditulis; periksa ruang disk.</source>
        <translation>The emergency board cannot be written; check the disk.</translation>
    </message>
    <message>
        <source>Ambil alih {number} dicatat.</source>
        <translation>Take-over of {number} recorded.</translation>
    </message>
    <message>
        <source>Jawaban atas {number} dicatat.</source>
        <translation>Answer about {number} recorded.</translation>
    </message>
    <message>
        <source>Permintaan {number} dibatalkan.</source>
        <translation>Request for {number} withdrawn.</translation>
    </message>
    <message>
        <source>{number} berpindah tangan.</source>
        <translation>{number} changed hands.</translation>
    </message>
    <message>
        <source>{number} kini Anda pegang.</source>
        <translation>{number} is now yours.</translation>
    </message>
    <message>
        <source>{number} kini dipegang {by}.</source>
        <translation>{number} is now {by}'s.</translation>
    </message>
    <message>
        <source>{by} tidak menyerahkan {number}.</source>
        <translation>{by} keeps {number}.</translation>
    </message>
    <message>
        <source>Tulis alasan mengambil alih.</source>
        <translation>Write why you take it over.</translation>
    </message>
    <message>
        <source>Kejadian ini belum ada pemegangnya; ambil langsung (A).</source>
        <translation>Nobody owns this incident yet; take it (A).</translation>
    </message>
    <message>
        <source>Pusat data tidak menjawab.</source>
        <translation>The data centre does not answer.</translation>
    </message>
    <message>
        <source>Peladen ini berisi data lama (entri {seq}, di sini sudah {seen}) dan tidak dipakai; hubungi administrator.</source>
        <translation>This server holds old data (entry {seq}, here already {seen}) and is not used; call the administrator.</translation>
    </message>
    <message>
        <source>Catatan peladen ini berbeda sejak entri {seq} dan tidak dipakai; hubungi administrator.</source>
        <translation>This server's log differs since entry {seq} and is not used; call the administrator.</translation>
    </message>
    <message>
        <source>Peladen ini sudah digantikan; menunggu penggantinya.</source>
        <translation>This server has been replaced; waiting for its successor.</translation>
    </message>
    <message>
        <source>Peladen ini hanya salinan; menunggu peladen utama.</source>
        <translation>This server is only a copy; waiting for the main server.</translation>
    </message>
    <message>
        <source>Berkas pusat data tidak ada lagi; hubungi administrator.</source>
        <translation>The data centre's file is gone; call the administrator.</translation>
    </message>
    <message>
        <source>Berkas pusat data sudah diganti; mulai ulang program.</source>
        <translation>The data centre's file was replaced; start the program again.</translation>
    </message>
    <message>
        <source>Pusat data tidak mengenal Anda; masuk lagi.</source>
        <translation>The database does not know you; sign in again.</translation>
    </message>
    <message>
        <source>Masa masuk Anda habis; masuk lagi.</source>
        <translation>Your sign-in has ended; sign in again.</translation>
    </message>
    <message>
        <source>Masuk ini milik komputer lain; masuk lagi di komputer ini.</source>
        <translation>This sign-in belongs to another computer; sign in again at this one.</translation>
    </message>
    <message>
        <source>Unit itu bukan dari instansi Anda.</source>
        <translation>That unit is not of your agency.</translation>
    </message>
    <message>
        <source>Pusat data menolak: perintah ini tidak boleh mengubah data itu.</source>
        <translation>The database refused: this command may not change that data.</translation>
    </message>
    <message>
        <source>Pusat data menolak: catatan ini tidak sesuai dengan yang masuk di sini.</source>
        <translation>The database refused: this entry does not match who is signed in here.</translation>
    </message>
    <message>
        <source>Pusat data menolak: catatan ini tidak terbaca.</source>
        <translation>The database refused: this entry cannot be read.</translation>
    </message>
    <message>
        <source>Pusat data tidak memberi komputer ini hak itu; beri tahu administrator.</source>
        <translation>The database gives this computer no such right; tell an administrator.</translation>
    </message>
    <message>
        <source>Pusat data lebih lama dari program ini; administrator harus memperbaruinya.</source>
        <translation>The database is older than this program; an administrator has to upgrade it.</translation>
    </message>
    <message>
        <source>Alamat pusat data meminta sslmode={sslmode}; yang diterima hanya {needed}.</source>
        <translation>The database's address asks for sslmode={sslmode}; only {needed} is accepted.</translation>
    </message>
    <message>
        <source>Peladen itu tidak membuktikan dirinya pusat data ruang ini; beri tahu administrator.</source>
        <translation>That server does not prove to be this room's database; tell an administrator.</translation>
    </message>
    <message>
        <source>{number} Anda ambil.</source>
        <translation>You took {number}.</translation>
    </message>
    <message>
        <source>{number} diverifikasi.</source>
        <translation>{number} verified.</translation>
    </message>
    <message>
        <source>{number} menjadi {priority}.</source>
        <translation>{number} is now {priority}.</translation>
    </message>
    <message>
        <source>{number} digabung ke {into}.</source>
        <translation>{number} merged into {into}.</translation>
    </message>
    <message>
        <source>{number} dilepas dari gabungan.</source>
        <translation>{number} un-merged.</translation>
    </message>
    <message>
        <source>{number} diselesaikan.</source>
        <translation>{number} closed.</translation>
    </message>
    <message>
        <source>{number} dibuka lagi.</source>
        <translation>{number} reopened.</translation>
    </message>
    <message>
        <source>{units} diperintah ke {number}.</source>
        <translation>{units} ordered to {number}.</translation>
    </message>
    <message>
        <source>{unit} menerima perintah.</source>
        <translation>{unit} has heard the order.</translation>
    </message>
    <message>
        <source>Status {unit} dicatat.</source>
        <translation>Status of {unit} noted.</translation>
    </message>
    <message>
        <source>{unit} dilepas dari kejadian.</source>
        <translation>{unit} released.</translation>
    </message>
    <message>
        <source>Catatan {number} disimpan.</source>
        <translation>Note on {number} saved.</translation>
    </message>
    <message>
        <source>Gambar {camera} disimpan.</source>
        <translation>Picture of {camera} saved.</translation>
    </message>
    <message>
        <source>Rekaman {camera} disimpan: {size} · {hash}</source>
        <translation>Recording of {camera} stored: {size} · {hash}</translation>
    </message>
    <message>
        <source>Rekaman {camera} disimpan sebagian ({missing}): {size} · {hash}</source>
        <translation>Recording of {camera} stored in part ({missing}): {size} · {hash}</translation>
    </message>
    <message>
        <source>Merekam {camera}: {before} dtk lalu sampai {after} dtk lagi.</source>
        <translation>Recording {camera}: from {before} s ago until {after} s from now.</translation>
    </message>
    <message>
        <source>Rekaman {camera} ditahan dari penghapusan.</source>
        <translation>Recording of {camera} held from deletion.</translation>
    </message>
    <message>
        <source>Penahanan rekaman {camera} dilepas.</source>
        <translation>Hold of the recording of {camera} released.</translation>
    </message>
    <message>
        <source>Laporan 110 menjadi {number}.</source>
        <translation>The 110 call became {number}.</translation>
    </message>
    <message>
        <source>Alarm ditanggapi.</source>
        <translation>Alarm answered.</translation>
    </message>
    <message>
        <source>Diurungkan.</source>
        <translation>Undone.</translation>
    </message>
    <message>
        <source>{count} kamera diperbarui.</source>
        <translation>{count} cameras brought up to date.</translation>
    </message>
    <message>
        <source>Nama {camera} disimpan.</source>
        <translation>Name of {camera} kept.</translation>
    </message>
    <message>
        <source>Catatan {camera} disimpan.</source>
        <translation>Note on {camera} kept.</translation>
    </message>
    <message>
        <source>Masker {camera} disimpan.</source>
        <translation>Masks of {camera} kept.</translation>
    </message>
    <message>
        <source>Sifat gambar {camera} disimpan.</source>
        <translation>Kind of picture of {camera} kept.</translation>
    </message>
    <message>
        <source>Pemakaian {camera} disimpan.</source>
        <translation>Use of {camera} kept.</translation>
    </message>
    <message>
        <source>Pembawa {camera} disimpan.</source>
        <translation>Carrier of {camera} kept.</translation>
    </message>
    <message>
        <source>Paling banyak {limit} huruf.</source>
        <translation>At most {limit} letters.</translation>
    </message>
    <message>
        <source>Masker harus di dalam gambar, paling banyak {limit}.</source>
        <translation>Masks lie inside the picture, {limit} at most.</translation>
    </message>
    <message>
        <source>Kamera {camera} milik direktori lain; tidak ada yang diubah.</source>
        <translation>Camera {camera} belongs to another directory; nothing was changed.</translation>
    </message>
    <message>
        <source>{gone} dari {present} kamera hilang sekaligus; periksa direktorinya dahulu.</source>
        <translation>{gone} of {present} cameras are gone at once; look into the directory first.</translation>
    </message>
    <message>
        <source>Akses direktori {name} belum dimasukkan administrator.</source>
        <translation>The administrator has not entered the access to {name} yet.</translation>
    </message>
    <message>
        <source>Direktori {name} tidak dikenal.</source>
        <translation>The directory {name} is not known.</translation>
    </message>
    <message>
        <source>Pengaturan {file} salah: {reason}</source>
        <translation>Settings in {file} are wrong: {reason}</translation>
    </message>
    <message>
        <source>Pemetaan {file} salah: {reason}</source>
        <translation>The mapping {file} is wrong: {reason}</translation>
    </message>
    <message>
        <source>Pemetaan {name} tidak ada.</source>
        <translation>There is no mapping {name}.</translation>
    </message>
    <message>
        <source>Kunci akses {name} tidak ada di gantungan kunci komputer ini.</source>
        <translation>The key of {name} is not in this machine's keyring.</translation>
    </message>
    <message>
        <source>Kunci akses {name} memuat huruf yang tidak dapat dikirim; masukkan lagi.</source>
        <translation>The key of {name} holds letters that cannot be sent; enter it again.</translation>
    </message>
    <message>
        <source>Berkas sertifikat {file} tidak dapat dibaca.</source>
        <translation>The file of certificates {file} cannot be read.</translation>
    </message>
    <message>
        <source>Direktori mengalihkan ke {host}; tidak diikuti, periksa alamatnya.</source>
        <translation>The directory sends us on to {host}; not followed, check its address.</translation>
    </message>
    <message>
        <source>Alamat {host} tidak boleh dihubungi dari ruang ini.</source>
        <translation>{host} may not be contacted from this room.</translation>
    </message>
    <message>
        <source>Dibatalkan; tidak ada yang diubah.</source>
        <translation>Cancelled; nothing was changed.</translation>
    </message>
    <message>
        <source>Jawaban direktori bukan daftar {format} yang diharapkan.</source>
        <translation>The directory's answer is not the {format} list that was expected.</translation>
    </message>
    <message>
        <source>Direktori tidak memuat kamera satu pun; tidak ada yang diubah.</source>
        <translation>The directory lists not one camera; nothing was changed.</translation>
    </message>
    <message>
        <source>Direktori memuat {count} kamera, lebih dari {limit}; tidak ada yang diubah.</source>
        <translation>The directory lists {count} cameras, more than {limit}; nothing was changed.</translation>
    </message>
    <message>
        <source>Pilih kejadian dahulu.</source>
        <translation>Select an incident first.</translation>
    </message>
    <message>
        <source>Pilih unit dahulu.</source>
        <translation>Select a unit first.</translation>
    </message>
    <message>
        <source>Pilih kamera dahulu.</source>
        <translation>Select a camera first.</translation>
    </message>
    <message>
        <source>Kejadian ini sudah selesai.</source>
        <translation>This incident is closed.</translation>
    </message>
    <message>
        <source>Kejadian ini masih terbuka.</source>
        <translation>This incident is still open.</translation>
    </message>
    <message>
        <source>Kejadian ini sudah milik Anda.</source>
        <translation>This incident is already yours.</translation>
    </message>
    <message>
        <source>Kejadian ini sudah diambil orang lain.</source>
        <translation>Somebody else has taken this incident.</translation>
    </message>
    <message>
        <source>Kejadian ini sudah diverifikasi.</source>
        <translation>This incident is already verified.</translation>
    </message>
    <message>
        <source>Prioritasnya sudah begitu.</source>
        <translation>It already has this priority.</translation>
    </message>
    <message>
        <source>Tidak ada kejadian lain untuk digabung.</source>
        <translation>There is no other incident to merge with.</translation>
    </message>
    <message>
        <source>Tidak ada gabungan untuk dilepas.</source>
        <translation>Nothing is merged here.</translation>
    </message>
    <message>
        <source>Tidak ada kejadian yang menunggu.</source>
        <translation>No incident is waiting.</translation>
    </message>
    <message>
        <source>Status unit sudah begitu.</source>
        <translation>The unit already has this status.</translation>
    </message>
    <message>
        <source>Perintah ini sudah dijawab.</source>
        <translation>This order is already answered.</translation>
    </message>
    <message>
        <source>Tidak ada alarm yang menunggu.</source>
        <translation>No alarm is waiting.</translation>
    </message>
    <message>
        <source>Huruf sudah paling besar.</source>
        <translation>Letters are at their largest.</translation>
    </message>
    <message>
        <source>Huruf sudah paling kecil.</source>
        <translation>Letters are at their smallest.</translation>
    </message>
    <message>
        <source>Tidak ada yang dapat diurungkan.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>Kamera itu tidak sedang di dinding.</source>
        <translation>That camera is not on the wall.</translation>
    </message>
    <message>
        <source>Tidak ada kamera lain yang hidup di dekatnya.</source>
        <translation>No other living camera is near.</translation>
    </message>
    <message>
        <source>Tidak ada tampilan dengan nama itu.</source>
        <translation>There is no view of that name.</translation>
    </message>
    <message>
        <source>Nama itu kosong atau sudah dipakai; tampilan tidak disimpan.</source>
        <translation>That name is empty or taken; the view was not saved.</translation>
    </message>
    <message>
        <source>Ketik paling sedikit {least} huruf.</source>
        <translation>Type at least {least} letters.</translation>
    </message>
    <message>
        <source>Perintah tidak dikenal: {text}</source>
        <translation>Unknown command: {text}</translation>
    </message>
    <message>
        <source>Tidak ada kejadian terbuka {text}.</source>
        <translation>No open incident {text}.</translation>
    </message>
    <message>
        <source>Peran Anda tidak boleh melakukan ini.</source>
        <translation>Your role may not do this.</translation>
    </message>
    <message>
        <source>Data itu tidak ada lagi; tidak ada yang diubah.</source>
        <translation>It no longer exists; nothing was changed.</translation>
    </message>
    <message>
        <source>{by} lebih dahulu mengubahnya; perubahan Anda tidak disimpan, periksa lagi.</source>
        <translation>{by} changed it first; your change was not saved, look again.</translation>
    </message>
    <message>
        <source>Langkah itu tidak mungkin dari keadaan sekarang; tidak ada yang diubah.</source>
        <translation>That step is not possible from here; nothing was changed.</translation>
    </message>
    <message>
        <source>Kejadian #{number} sudah tidak terbuka; buka lagi bila perlu.</source>
        <translation>Incident #{number} is no longer open; reopen it if needed.</translation>
    </message>
    <message>
        <source>Kejadian #{number} belum selesai.</source>
        <translation>Incident #{number} is not closed.</translation>
    </message>
    <message>
        <source>Pilih kejadian lain untuk digabung.</source>
        <translation>Choose another incident to merge with.</translation>
    </message>
    <message>
        <source>Kejadian ini tidak digabung.</source>
        <translation>This incident is not merged.</translation>
    </message>
    <message>
        <source>Pilih unit yang diperintah.</source>
        <translation>Choose the units to order.</translation>
    </message>
    <message>
        <source>{unit} sudah di kejadian ini.</source>
        <translation>{unit} is already on this incident.</translation>
    </message>
    <message>
        <source>{unit} tidak siap; pilih unit lain.</source>
        <translation>{unit} is not on duty; choose another unit.</translation>
    </message>
    <message>
        <source>Unit ini tidak sedang diperintah.</source>
        <translation>This unit has no order.</translation>
    </message>
    <message>
        <source>{unit} masih di kejadian.</source>
        <translation>{unit} is still on an incident.</translation>
    </message>
    <message>
        <source>Masih ada unit di kejadian ini.</source>
        <translation>Units are still on this incident.</translation>
    </message>
    <message>
        <source>{unit} menjadi diperintah hanya lewat perintah.</source>
        <translation>{unit} becomes ordered by an order only.</translation>
    </message>
    <message>
        <source>Unit {call_sign} tidak dikenal.</source>
        <translation>Unit {call_sign} is not known.</translation>
    </message>
    <message>
        <source>Unit {call_sign} tidak dapat menjadi bagian dari dirinya sendiri.</source>
        <translation>Unit {call_sign} cannot be a part of itself.</translation>
    </message>
    <message>
        <source>Instansi {agency} tidak dikenal.</source>
        <translation>Agency {agency} is not known.</translation>
    </message>
    <message>
        <source>Laporan asalnya belum diterima.</source>
        <translation>The original report has not arrived.</translation>
    </message>
    <message>
        <source>Isi apa yang terjadi.</source>
        <translation>Enter what happened.</translation>
    </message>
    <message>
        <source>Catatan masih kosong.</source>
        <translation>The note is empty.</translation>
    </message>
    <message>
        <source>Langkah itu tidak dapat diurungkan.</source>
        <translation>That step cannot be undone.</translation>
    </message>
    <message>
        <source>Kamera ini belum memberi gambar; coba lagi bila sudah langsung.</source>
        <translation>This camera has no picture yet; try again once it is live.</translation>
    </message>
    <message>
        <source>Permintaan rekaman itu tidak sah; tidak ada yang diubah.</source>
        <translation>That request for a recording is not valid; nothing was changed.</translation>
    </message>
    <message>
        <source>Rekaman itu sudah tersimpan dengan isi lain; periksa berkasnya.</source>
        <translation>That recording is already stored with other content; check its file.</translation>
    </message>
    <message>
        <source>Rekaman itu belum tersimpan; tunggu sampai selesai.</source>
        <translation>That recording is not stored yet; wait until it is.</translation>
    </message>
    <message>
        <source>Tulis alasan penahanan.</source>
        <translation>Write the reason of the hold.</translation>
    </message>
    <message>
        <source>Rekaman {camera} gagal: {why}. Tangkap gambar (S) bila masih terlihat.</source>
        <translation>Recording of {camera} failed: {why}. Take a snapshot (S) if it can still be seen.</translation>
    </message>
    <message>
        <source>Kamera ini sedang direkam.</source>
        <translation>This camera is being recorded.</translation>
    </message>
    <message>
        <source>Gambar tidak dapat ditulis ke cakram; periksa ruang kosong.</source>
        <translation>The picture could not be written to disk; check the free space.</translation>
    </message>
    <message>
        <source>Pusat data menolak perubahan itu; tidak ada yang diubah, muat ulang bila perlu.</source>
        <translation>The database refused that change; nothing was changed, load again if needed.</translation>
    </message>
    <message>
        <source>Ruang ini sudah dibuka sebelumnya.</source>
        <translation>This room has been opened before.</translation>
    </message>
    <message>
        <source>Tidak ada layar untuk membuka jendela.</source>
        <translation>There is no display to open the window on.</translation>
    </message>
    <message>
        <source>Pusat data tidak terjangkau; yang tersimpan aman, dicoba lagi sendiri.</source>
        <translation>The database cannot be reached; what is stored is safe, it is tried again by itself.</translation>
    </message>
    <message>
        <source>Pusat data sibuk; coba sekali lagi.</source>
        <translation>The database is busy; try once more.</translation>
    </message>
    <message>
        <source>Sambungan pusat data terputus; coba sekali lagi.</source>
        <translation>The database connection broke; try once more.</translation>
    </message>
    <message>
        <source>Pusat data hanya dapat dibaca; beri tahu administrator.</source>
        <translation>The database is read-only; tell the administrator.</translation>
    </message>
    <message>
        <source>Cakram penuh; yang tersimpan aman, kosongkan ruang lalu coba lagi.</source>
        <translation>The disk is full; what is stored is safe, free some space and try again.</translation>
    </message>
    <message>
        <source>Pusat data rusak; pulihkan dari cadangan.</source>
        <translation>The database is damaged; restore it from a backup.</translation>
    </message>
    <message>
        <source>Pusat data menolak nama atau sandi; periksa pengaturan.</source>
        <translation>The database refused the name or password; check the settings.</translation>
    </message>
    <message>
        <source>Pusat data belum dibuat di peladen.</source>
        <translation>The database does not exist on the server yet.</translation>
    </message>
    <message>
        <source>Pusat data lebih baru dari program ini; perbarui program.</source>
        <translation>The database is newer than this program; update the program.</translation>
    </message>
    <message>
        <source>Pusat data berjalan.</source>
        <translation>The database is running.</translation>
    </message>
    <message>
        <source>Perintah ini sudah pernah dijalankan.</source>
        <translation>This command has already run.</translation>
    </message>
    <message>
        <source>Kesalahan program {id} dicatat; jendela tetap berjalan, coba sekali lagi.</source>
        <translation>Program fault {id} was recorded; the window keeps running, try once more.</translation>
    </message>
    <message>
        <source>Berjalan.</source>
        <translation>Running.</translation>
    </message>
    <message>
        <source>Belum pernah dibaca.</source>
        <translation>Never read yet.</translation>
    </message>
    <message>
        <source>Diisi tangan.</source>
        <translation>Entered by hand.</translation>
    </message>
    <message>
        <source>Dimatikan.</source>
        <translation>Switched off.</translation>
    </message>
    <message>
        <source>{conflicting} laporan datang dua kali dengan isi lain; keduanya disimpan.</source>
        <translation>{conflicting} reports came twice with different content; both are kept.</translation>
    </message>
    <message>
        <source>{refused} laporan tidak sesuai kontrak dan ditolak; sisanya tersimpan.</source>
        <translation>{refused} reports did not fit the contract and were refused; the rest is stored.</translation>
    </message>
    <message>
        <source>Sumber menolak sandi ({status}); perbarui kuncinya.</source>
        <translation>The source refused the password ({status}); renew its key.</translation>
    </message>
    <message>
        <source>Sumber menjawab galat {status}.</source>
        <translation>The source answered with error {status}.</translation>
    </message>
    <message>
        <source>Sertifikat sumber tidak sah.</source>
        <translation>The certificate of the source is not valid.</translation>
    </message>
    <message>
        <source>Sumber tidak menjawab {seconds} detik.</source>
        <translation>The source did not answer for {seconds} seconds.</translation>
    </message>
    <message>
        <source>Sumber terlalu lambat ({seconds} detik).</source>
        <translation>The source is too slow ({seconds} seconds).</translation>
    </message>
    <message>
        <source>Sumber tidak dapat dihubungi.</source>
        <translation>The source cannot be reached.</translation>
    </message>
    <message>
        <source>Jawaban sumber terpotong.</source>
        <translation>The answer of the source broke off.</translation>
    </message>
    <message>
        <source>Alamat sumber salah; perbaiki.</source>
        <translation>The address of the source is wrong; correct it.</translation>
    </message>
    <message>
        <source>Latihan hanya boleh mengirim perintah di dalam komputer ini.</source>
        <translation>An exercise may send orders only within this computer.</translation>
    </message>
    <message>
        <source>Kesalahan program saat membaca sumber.</source>
        <translation>A program fault while reading the source.</translation>
    </message>
    <message>
        <source>Alamat memuat sandi; pindahkan ke gantungan kunci.</source>
        <translation>The address holds a password; move it to the keyring.</translation>
    </message>
    <message>
        <source>Jawaban sumber terlalu besar.</source>
        <translation>The answer of the source is too large.</translation>
    </message>
    <message>
        <source>Jawaban sumber bertingkat terlalu dalam.</source>
        <translation>The answer of the source is nested too deeply.</translation>
    </message>
    <message>
        <source>Sumber mengirim halaman web, bukan data.</source>
        <translation>The source sent a web page, not data.</translation>
    </message>
    <message>
        <source>Jawaban sumber tidak sesuai kontrak.</source>
        <translation>The answer of the source does not fit the contract.</translation>
    </message>
    <message>
        <source>Jawaban sumber bukan UTF-8.</source>
        <translation>The answer of the source is not UTF-8.</translation>
    </message>
    <message>
        <source>Versi kontrak sumber tidak dikenal.</source>
        <translation>The contract version of the source is not known.</translation>
    </message>
    <message>
        <source>{unit} belum menjawab perintah #{number}</source>
        <translation>{unit} has not answered order #{number}</translation>
    </message>
    <message>
        <source>#{number} P1 belum diambil</source>
        <translation>#{number} P1 not taken</translation>
    </message>
    <message>
        <source>{area} tanpa unit siap</source>
        <translation>{area} without available unit</translation>
    </message>
    <message>
        <source>Sumber {source} terputus</source>
        <translation>Source {source} is down</translation>
    </message>
    <message>
        <source>{camera} terputus</source>
        <translation>{camera} is down</translation>
    </message>
    <message>
        <source>Jam sumber {source} melenceng</source>
        <translation>Clock of source {source} is off</translation>
    </message>
    <message>
        <source>Laporan {external_id} datang lagi dengan isi lain</source>
        <translation>Report {external_id} came again with other content</translation>
    </message>
    <message>
        <source>{unit} tidak memberi kabar</source>
        <translation>{unit} is silent</translation>
    </message>
    <message>
        <source>{count} dari {total} kamera {owner} terputus di {host}</source>
        <translation>{count} of {total} {owner} cameras are down at {host}</translation>
    </message>
    <message>
        <source>{camera}: {what}</source>
        <translation>{camera}: {what}</translation>
    </message>
    <message>
        <source>{camera}: gerak orang jauh di atas biasanya, periksa</source>
        <translation>{camera}: far more movement than usual, please look</translation>
    </message>
    <message>
        <source>{unit} diperintah ke dua kejadian</source>
        <translation>{unit} has orders to two incidents</translation>
    </message>
    <message>
        <source>Pusat data dipulihkan dari cadangan {at}; kepala regu harus memeriksa</source>
        <translation>Database restored from the backup of {at}; the shift lead must check</translation>
    </message>
    <message>
        <source>Cadangan pusat data gagal: {why}</source>
        <translation>Backup of the database failed: {why}</translation>
    </message>
    <message>
        <source>Catatan tidak utuh sejak entri {seq}</source>
        <translation>The log is not intact from entry {seq}</translation>
    </message>
    <message>
        <source>Akun {name} terkunci: sandi salah berulang</source>
        <translation>Account {name} locked: wrong password again and again</translation>
    </message>
    <message>
        <source>lensa mungkin tertutup</source>
        <translation>lens may be covered</translation>
    </message>
    <message>
        <source>arah kamera mungkin bergeser</source>
        <translation>camera may have been turned</translation>
    </message>
    <message>
        <source>gambar mungkin kabur</source>
        <translation>picture may be out of focus</translation>
    </message>
    <message>
        <source>gambar hitam</source>
        <translation>picture is black</translation>
    </message>
    <message>
        <source>gambar membeku</source>
        <translation>picture is frozen</translation>
    </message>
    <message>
        <source>Berkas model detektor tidak ada; detektor tidak dipakai.</source>
        <translation>The detector's model file is missing; the detector is not used.</translation>
    </message>
    <message>
        <source>Model detektor bukan yang ditetapkan (SHA-256 lain); detektor tidak dipakai.</source>
        <translation>The detector's model is not the one that was set (other SHA-256); the detector is not used.</translation>
    </message>
    <message>
        <source>Paket detektor belum dipasang; detektor tidak dipakai.</source>
        <translation>The detector package is not installed; the detector is not used.</translation>
    </message>
    <message>
        <source>Berkas itu bukan model detektor yang dikenal; detektor tidak dipakai.</source>
        <translation>That file is no detector model we know; the detector is not used.</translation>
    </message>
    <message>
        <source>Alarm ditunda {minutes} menit.</source>
        <translation>Alarm shelved for {minutes} minutes.</translation>
    </message>
    <message>
        <source>Teks laporan disalin; kirim sendiri ke {addressee}, waktunya sudah dicatat.</source>
        <translation>Report text copied; send it to {addressee} yourself, the time has been logged.</translation>
    </message>
    <message>
        <source>Alarm paling mendesak tidak dapat ditunda; tanggapi.</source>
        <translation>The most urgent alarms cannot be shelved; answer them.</translation>
    </message>
    <message>
        <source>Alarm ini sudah selesai.</source>
        <translation>This alarm is over.</translation>
    </message>
    <message>
        <source>Tulis mengapa alarm ditunda.</source>
        <translation>Say why the alarm is shelved.</translation>
    </message>
    <message>
        <source>Paling lama {minutes} menit.</source>
        <translation>At most {minutes} minutes.</translation>
    </message>
    <message>
        <source>Tidak ada gangguan kamera yang perlu dilaporkan.</source>
        <translation>No camera outage to report.</translation>
    </message>
    <message>
        <source>{camera} tidak dapat digerakkan.</source>
        <translation>{camera} cannot be moved.</translation>
    </message>
    <message>
        <source>{camera} dipegang {by} sampai {until}; tunggu atau minta dilepas.</source>
        <translation>{by} holds {camera} until {until}; wait or ask for its release.</translation>
    </message>
    <message>
        <source>{camera} kini dipegang {by}.</source>
        <translation>{by} now holds {camera}.</translation>
    </message>
    <message>
        <source>Tulis alasan mengambil {camera} dari {by}.</source>
        <translation>Write why you take {camera} from {by}.</translation>
    </message>
    <message>
        <source>Kamera menolak sandi kendali; perbarui di gantungan kunci.</source>
        <translation>The camera refuses the control password; renew it in the keyring.</translation>
    </message>
    <message>
        <source>Kamera melarang akun ini menggerakkannya.</source>
        <translation>The camera forbids this account to move it.</translation>
    </message>
    <message>
        <source>Kamera tidak mengenal posisi atau alamat kendali itu.</source>
        <translation>The camera does not know that position or control address.</translation>
    </message>
    <message>
        <source>Kamera ini tidak dapat digerakkan.</source>
        <translation>This camera cannot be moved.</translation>
    </message>
    <message>
        <source>Kendali kamera tidak dapat dihubungi.</source>
        <translation>The camera's control refuses connections.</translation>
    </message>
    <message>
        <source>Kendali kamera tidak terjangkau.</source>
        <translation>The camera's control cannot be reached.</translation>
    </message>
    <message>
        <source>Alamat kendali kamera tidak dikenal.</source>
        <translation>The address of the camera's control is unknown.</translation>
    </message>
    <message>
        <source>Kendali kamera tidak menjawab; gerakan berhenti sendiri dalam 1 detik.</source>
        <translation>The camera's control does not answer; a movement ends by itself within 1 second.</translation>
    </message>
    <message>
        <source>Kendali kamera menjawab galat.</source>
        <translation>The camera's control answered with an error.</translation>
    </message>
    <message>
        <source>Jawaban kendali kamera tidak terbaca.</source>
        <translation>The answer of the camera's control cannot be read.</translation>
    </message>
    <message>
        <source>Sambungan kendali kamera terputus.</source>
        <translation>The connection to the camera's control broke off.</translation>
    </message>
    <message>
        <source>Sertifikat kendali kamera tidak sah.</source>
        <translation>The certificate of the camera's control is not valid.</translation>
    </message>
    <message>
        <source>Alamat kendali kamera di luar yang diizinkan ruang ini.</source>
        <translation>The address of the camera's control is outside what this room allows.</translation>
    </message>
    <message>
        <source>Kesalahan program saat menggerakkan kamera.</source>
        <translation>A program error while moving the camera.</translation>
    </message>
    <message>
        <source>Orang lain</source>
        <translation>Somebody else</translation>
    </message>
    <message>
        <source>Entri {seq} sampai {last} hilang dari pusat data; jangan hapus apa pun, panggil administrator.</source>
        <translation>Entries {seq} to {last} are missing from the database; delete nothing, call an administrator.</translation>
    </message>
    <message>
        <source>Catatan sejak entri {seq} bukan lagi yang pernah dilihat komputer ini; panggil administrator.</source>
        <translation>The log from entry {seq} on is no longer what this computer saw; call an administrator.</translation>
    </message>
    <message>
        <source>Pusat data ini bukan yang pernah dilihat komputer ini; panggil administrator.</source>
        <translation>This is not the database that this computer has seen; call an administrator.</translation>
    </message>
    <message>
        <source>Komputer ini tidak punya gantungan kunci; kunci tanda tangannya disimpan dalam berkas.</source>
        <translation>This computer has no keyring; its signing key is kept in a file.</translation>
    </message>
    <message>
        <source>Komputer {name} sudah dilepas dari ruang ini; hubungi administrator.</source>
        <translation>Computer {name} was retired from this room; ask an administrator.</translation>
    </message>
    <message>
        <source>Komputer ini tidak dapat mendaftarkan {name}.</source>
        <translation>This computer cannot register {name}.</translation>
    </message>
    <message>
        <source>Kunci komputer ini tidak terbaca.</source>
        <translation>This computer's key cannot be read.</translation>
    </message>
    <message>
        <source>Nama komputer paling panjang {longest} huruf, angka, titik, tanda hubung.</source>
        <translation>A computer's name is up to {longest} letters, digits, dots, hyphens.</translation>
    </message>
    <message>
        <source>Tidak ada komputer {name}.</source>
        <translation>There is no computer {name}.</translation>
    </message>
    <message>
        <source>Data tersegel hanya dibuka setelah alasannya tercatat.</source>
        <translation>Sealed data is opened only after its reason is logged.</translation>
    </message>
    <message>
        <source>Data pelapor disegel.</source>
        <translation>The reporter's data is sealed.</translation>
    </message>
    <message>
        <source>Segel dibuka; alasannya tercatat.</source>
        <translation>Opened; the reason is logged.</translation>
    </message>
    <message>
        <source>Data tersegel dimusnahkan.</source>
        <translation>The sealed data is destroyed.</translation>
    </message>
    <message>
        <source>Tulis alasan membuka data pelapor.</source>
        <translation>Write why the reporter's data is opened.</translation>
    </message>
    <message>
        <source>Data itu sudah dimusnahkan.</source>
        <translation>That data has been destroyed.</translation>
    </message>
    <message>
        <source>Data itu diubah di luar program dan tidak dapat dibuka.</source>
        <translation>That data was changed outside the program and cannot be opened.</translation>
    </message>
    <message>
        <source>Isi 1 sampai {limit} baris data.</source>
        <translation>Fill in 1 to {limit} lines.</translation>
    </message>
    <message>
        <source>Masuk dicatat.</source>
        <translation>Signed in.</translation>
    </message>
    <message>
        <source>Kata sandi diganti.</source>
        <translation>Password changed.</translation>
    </message>
    <message>
        <source>{name} ditambahkan.</source>
        <translation>{name} added.</translation>
    </message>
    <message>
        <source>Data {name} disimpan.</source>
        <translation>{name} saved.</translation>
    </message>
    <message>
        <source>{name} tidak dapat masuk lagi.</source>
        <translation>{name} can no longer sign in.</translation>
    </message>
    <message>
        <source>Masuk dahulu.</source>
        <translation>Sign in first.</translation>
    </message>
    <message>
        <source>Ruang latihan dan putar ulang tidak memakai kata sandi.</source>
        <translation>Exercises and replays use no password.</translation>
    </message>
    <message>
        <source>Nama masuk atau kata sandi salah; setelah 5 kali terkunci 15 menit.</source>
        <translation>Wrong login or password; five in a row lock it for 15 minutes.</translation>
    </message>
    <message>
        <source>Akun terkunci sebentar; tunggu atau minta administrator.</source>
        <translation>The account is locked for a while; wait or ask an administrator.</translation>
    </message>
    <message>
        <source>Pusat data tidak terjangkau; di sini hanya bisa masuk yang masuk dalam 24 jam terakhir.</source>
        <translation>The database is out of reach; only who signed in here in the last 24 hours can sign in.</translation>
    </message>
    <message>
        <source>Berkas orang di komputer ini tidak dapat ditulis; hubungi administrator.</source>
        <translation>The file of people on this computer cannot be written; tell an administrator.</translation>
    </message>
    <message>
        <source>Perlu pusat data; coba lagi setelah tersambung.</source>
        <translation>This needs the database; try again once it is connected.</translation>
    </message>
    <message>
        <source>Kata sandi disimpan dengan cara yang tidak dikenal; perbarui program.</source>
        <translation>The password is kept in a way this program does not know; update it.</translation>
    </message>
    <message>
        <source>Pusat data tersambung lagi; masukkan kata sandi Anda.</source>
        <translation>The database is back; enter your password.</translation>
    </message>
    <message>
        <source>Waktu masuk Anda habis pukul {at}; kunci lalu buka lagi kapan saja.</source>
        <translation>Your sign-in ends at {at}; lock and unlock whenever it suits you.</translation>
    </message>
    <message>
        <source>Waktu masuk 12 jam habis; masukkan kata sandi lagi.</source>
        <translation>Twelve hours since you signed in; enter your password again.</translation>
    </message>
    <message>
        <source>Lama tidak dipakai; masukkan kata sandi.</source>
        <translation>Unused for a while; enter your password.</translation>
    </message>
    <message>
        <source>Orang ini sudah tidak bertugas di ruang.</source>
        <translation>This person no longer works in the room.</translation>
    </message>
    <message>
        <source>Pemegang server menjalankan: command-center db init</source>
        <translation>The owner of the server runs: command-center db init</translation>
    </message>
    <message>
        <source>Ruang sudah punya administrator.</source>
        <translation>The room has an administrator already.</translation>
    </message>
    <message>
        <source>Administrator terakhir harus tetap; angkat yang lain dahulu.</source>
        <translation>The last administrator has to stay; appoint another first.</translation>
    </message>
    <message>
        <source>Nama masuk 3-40 huruf kecil, angka, titik, garis bawah, atau setrip.</source>
        <translation>A login has 3-40 small letters, digits, dots, underscores or hyphens.</translation>
    </message>
    <message>
        <source>Nama masuk {login} sudah dipakai.</source>
        <translation>The login {login} is taken.</translation>
    </message>
    <message>
        <source>Tulis nama orangnya.</source>
        <translation>Write the person's name.</translation>
    </message>
    <message>
        <source>Peran itu bukan untuk orang.</source>
        <translation>That role is not for people.</translation>
    </message>
    <message>
        <source>Pilih instansi penghubung.</source>
        <translation>Choose the liaison's agency.</translation>
    </message>
    <message>
        <source>{unit} bukan unit instansi Anda; minta operator.</source>
        <translation>{unit} is not a unit of your agency; ask an operator.</translation>
    </message>
    <message>
        <source>Bukan unit instansi Anda.</source>
        <translation>Not a unit of your agency.</translation>
    </message>
    <message>
        <source>Kata sandi paling sedikit 10 huruf.</source>
        <translation>A password has at least 10 characters.</translation>
    </message>
    <message>
        <source>Kata sandi paling banyak 128 huruf.</source>
        <translation>A password has at most 128 characters.</translation>
    </message>
    <message>
        <source>Kata sandi jangan memuat nama masuk.</source>
        <translation>A password must not contain the login.</translation>
    </message>
    <message>
        <source>Kata sandi terlalu mudah: pakai lebih banyak huruf berbeda.</source>
        <translation>Too easy a password: use more different characters.</translation>
    </message>
    <message>
        <source>Kata sandi baru harus lain dari yang lama.</source>
        <translation>The new password must differ from the old one.</translation>
    </message>
    <message>
        <source>Kedua kata sandi tidak sama; ulangi.</source>
        <translation>The two passwords differ; type them again.</translation>
    </message>
    <message>
        <source>Pilih orang dahulu.</source>
        <translation>Choose a person first.</translation>
    </message>
    <message>
        <source>Jendela dimulai lagi setelah gangguan program {id}; isian yang belum dikirim dipulihkan.</source>
        <translation>The window was started again after program failure {id}; what was not sent is back.</translation>
    </message>
    <message>
        <source>Isian Anda yang belum dikirim ada lagi di Telepon 110 (F3) atau di rinciannya.</source>
        <translation>What you had typed and not sent is back in 110 call (F3) or in its detail.</translation>
    </message>
    <message>
        <source>Keadaan setelah pemulihan disahkan; ruang bekerja lagi.</source>
        <translation>The restored state is confirmed; the room works again.</translation>
    </message>
    <message>
        <source>Pusat data baru dipulihkan dan hanya dapat dibaca; kepala regu memeriksa lalu mengesahkan (Ctrl+Shift+F2).</source>
        <translation>The database was just restored and can only be read; a shift lead checks and confirms it (Ctrl+Shift+F2).</translation>
    </message>
    <message>
        <source>Tidak ada pemulihan yang perlu disahkan.</source>
        <translation>There is no restored state to confirm.</translation>
    </message>
    <message>
        <source>Pusat data itu tidak berisi ruang.</source>
        <translation>That database holds no room.</translation>
    </message>
    <message>
        <source>Pusat data itu milik program lain.</source>
        <translation>That database belongs to another program.</translation>
    </message>
    <message>
        <source>Catatan pusat data rusak sejak entri {seq}; pulihkan dari cadangan.</source>
        <translation>The log is damaged from entry {seq} on; restore it from a backup.</translation>
    </message>
    <message>
        <source>Pusat data rusak dan tidak ada cadangan yang utuh; hubungi administrator.</source>
        <translation>The database is damaged and no backup of it is good; call the administrator.</translation>
    </message>
    <message>
        <source>Cadangan pusat data ada dan sudah diperiksa.</source>
        <translation>There is a backup of the database, and it was verified.</translation>
    </message>
    <message>
        <source>Cadangan pusat data sudah terlalu lama.</source>
        <translation>The backup of the database is too old.</translation>
    </message>
    <message>
        <source>Pencadangan terhenti sebelum selesai; dicoba lagi sendiri.</source>
        <translation>The backup ended before it was done; it is tried again by itself.</translation>
    </message>
    <message>
        <source>Cadangan dibuat administrator di peladen: command-center db backup.</source>
        <translation>Backups are made by the administrator at the server: command-center db backup.</translation>
    </message>
    <message>
        <source>Program klien PostgreSQL belum dipasang; cadangan dibuat administrator di peladen.</source>
        <translation>PostgreSQL's client programs are not installed; backups are made by the administrator at the server.</translation>
    </message>
    <message>
        <source>{program} gagal: {reason}</source>
        <translation>{program} failed: {reason}</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Sambungkan sumber laporan</source>
        <translation>Connect a source of reports</translation>
    </message>
    <message>
        <source>Daftarkan unit: sumbernya mengirim catatan unit</source>
        <translation>Register units: their source sends unit records</translation>
    </message>
    <message>
        <source>Masukkan direktori kamera</source>
        <translation>Add the camera directory</translation>
    </message>
    <message>
        <source>Yang perlu disambungkan</source>
        <translation>What to connect</translation>
    </message>
    <message>
        <source>Telepon 110 dapat dicatat sekarang juga (F3). Untuk mencoba tanpa sambungan: command-center exercise</source>
        <translation>110 calls can be entered right away (F3). To try without connections: command-center exercise</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Siap</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>Diperintah</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>Menuju TKP</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Di TKP</source>
        <translation>On scene</translation>
    </message>
    <message>
        <source>Plotting</source>
        <translation>Staged</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Returning</translation>
    </message>
    <message>
        <source>Isoma</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>Tidak siap</source>
        <translation>Unavailable</translation>
    </message>
    <message>
        <source>Lepas dinas</source>
        <translation>Off duty</translation>
    </message>
    <message>
        <source>Tidak diketahui</source>
        <translation>Unknown</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>%1: dari %2 kejadian, %3 tanpa waktu lengkap</source>
        <translation>%1: of %2 incidents, %3 without complete times</translation>
    </message>
    <message>
        <source>P50 lapor→TKP</source>
        <translation>P50 report→scene</translation>
    </message>
    <message>
        <source>P90 verifikasi→perintah</source>
        <translation>P90 verified→order</translation>
    </message>
    <message>
        <source>Aktif</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Unit siap</source>
        <translation>Units ready</translation>
    </message>
    <message>
        <source>%1 laporan dalam 60 menit, terbanyak %2 semenit</source>
        <translation>%1 reports in 60 minutes, at most %2 a minute</translation>
    </message>
    <message>
        <source>Laporan masuk per menit, 60 menit</source>
        <translation>Reports per minute, 60 minutes</translation>
    </message>
</context>
<context>
    <name>TakeOver</name>
    <message>
        <source>%1 meminta %2 dari Anda</source>
        <translation>%1 asks you for %2</translation>
    </message>
    <message>
        <source>Anda meminta %1 dari %2</source>
        <translation>You asked for %1 from %2</translation>
    </message>
    <message>
        <source>%1 meminta %2 dari %3</source>
        <translation>%1 asks for %2 from %3</translation>
    </message>
    <message>
        <source>Serahkan</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Batalkan permintaan</source>
        <translation>Withdraw the request</translation>
    </message>
    <message>
        <source>%1, beralih dalam %2 dtk</source>
        <translation>%1, passes in %2 s</translation>
    </message>
    <message>
        <source>%1, sedang beralih…</source>
        <translation>%1, passing now…</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 dikirim lewat radio: konflik perintah</source>
        <translation>%1 sent by radio: orders in conflict</translation>
    </message>
    <message>
        <source>%1 dikirim lewat radio %2</source>
        <translation>%1 sent by radio %2</translation>
    </message>
    <message>
        <source>%1 memutuskan konflik perintah: %2 tetap di %3</source>
        <translation>%1 decided the conflict: %2 stays on %3</translation>
    </message>
    <message>
        <source>Nomor lokal %1 dicatat</source>
        <translation>Local number %1 recorded</translation>
    </message>
    <message>
        <source>tersimpan lokal</source>
        <translation>kept locally</translation>
    </message>
    <message>
        <source>dicatat saat luring</source>
        <translation>recorded offline</translation>
    </message>
    <message>
        <source>dibuka lagi untuk ditinjau</source>
        <translation>opened again for review</translation>
    </message>
    <message>
        <source>110: %1 · dicatat %2</source>
        <translation>110: %1 · noted by %2</translation>
    </message>
    <message>
        <source>Laporan yang sama datang dengan isi lain; keduanya disimpan</source>
        <translation>The same report came with other content; both are kept</translation>
    </message>
    <message>
        <source>%1 mengambil kejadian</source>
        <translation>%1 took the incident</translation>
    </message>
    <message>
        <source>%1 memverifikasi</source>
        <translation>%1 verified</translation>
    </message>
    <message>
        <source>%1 menetapkan prioritas %2</source>
        <translation>%1 set priority %2</translation>
    </message>
    <message>
        <source>%1 menggabung %2</source>
        <translation>%1 merged %2</translation>
    </message>
    <message>
        <source>%1 melepas gabungan %2</source>
        <translation>%1 un-merged %2</translation>
    </message>
    <message>
        <source>%1 menyelesaikan: %2</source>
        <translation>%1 closed: %2</translation>
    </message>
    <message>
        <source>%1 membuka kembali</source>
        <translation>%1 reopened</translation>
    </message>
    <message>
        <source>%1 diperintah: %2</source>
        <translation>%1 ordered: %2</translation>
    </message>
    <message>
        <source>%1 menerima perintah</source>
        <translation>%1 has heard the order</translation>
    </message>
    <message>
        <source>%1 melapor lagi</source>
        <translation>%1 reported again</translation>
    </message>
    <message>
        <source>Menerima perintah</source>
        <translation>Heard the order</translation>
    </message>
    <message>
        <source>Mengantar korban</source>
        <translation>Transporting</translation>
    </message>
    <message>
        <source>Di rumah sakit</source>
        <translation>At hospital</translation>
    </message>
    <message>
        <source>Melapor</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>Diverifikasi di sumber</source>
        <translation>Verified at the source</translation>
    </message>
    <message>
        <source>Diselesaikan di sumber</source>
        <translation>Closed at the source</translation>
    </message>
    <message>
        <source>Kabar dari sumber</source>
        <translation>News from the source</translation>
    </message>
    <message>
        <source>%1 ditarik</source>
        <translation>%1 withdrawn</translation>
    </message>
    <message>
        <source>Gambar %1 disimpan</source>
        <translation>Picture of %1 saved</translation>
    </message>
    <message>
        <source>%1 merekam %2</source>
        <translation>%1 recorded %2</translation>
    </message>
    <message>
        <source>Rekaman %1 disimpan sebagian (%2) · %3 · %4</source>
        <translation>Recording of %1 stored in part (%2) · %3 · %4</translation>
    </message>
    <message>
        <source>Rekaman %1 disimpan · %2 · %3</source>
        <translation>Recording of %1 stored · %2 · %3</translation>
    </message>
    <message>
        <source>Rekaman %1 gagal: %2</source>
        <translation>Recording of %1 failed: %2</translation>
    </message>
    <message>
        <source>%1 menahan rekaman %2: %3</source>
        <translation>%1 put a hold on the recording of %2: %3</translation>
    </message>
    <message>
        <source>%1 melepas penahanan rekaman %2: %3</source>
        <translation>%1 released the hold on the recording of %2: %3</translation>
    </message>
    <message>
        <source>%1 membatalkan: %2</source>
        <translation>%1 undid: %2</translation>
    </message>
    <message>
        <source>perintah</source>
        <translation>order</translation>
    </message>
    <message>
        <source>ambil</source>
        <translation>taking</translation>
    </message>
    <message>
        <source>verifikasi</source>
        <translation>verifying</translation>
    </message>
    <message>
        <source>prioritas</source>
        <translation>priority</translation>
    </message>
    <message>
        <source>penggabungan</source>
        <translation>merging</translation>
    </message>
    <message>
        <source>pelepasan gabungan</source>
        <translation>un-merging</translation>
    </message>
    <message>
        <source>penyelesaian</source>
        <translation>closing</translation>
    </message>
    <message>
        <source>pembukaan kembali</source>
        <translation>reopening</translation>
    </message>
    <message>
        <source>status unit</source>
        <translation>unit status</translation>
    </message>
    <message>
        <source>penarikan unit</source>
        <translation>withdrawing the unit</translation>
    </message>
    <message>
        <source>jawaban unit</source>
        <translation>the unit's answer</translation>
    </message>
    <message>
        <source>catatan</source>
        <translation>note</translation>
    </message>
    <message>
        <source>permintaan ambil alih</source>
        <translation>take-over request</translation>
    </message>
    <message>
        <source>jawaban ambil alih</source>
        <translation>take-over answer</translation>
    </message>
    <message>
        <source>Ruang dibuka</source>
        <translation>Room opened</translation>
    </message>
    <message>
        <source>Sumber disambungkan</source>
        <translation>Source connected</translation>
    </message>
    <message>
        <source>Sumber dibaca</source>
        <translation>Source read</translation>
    </message>
    <message>
        <source>Unit dicatat</source>
        <translation>Unit registered</translation>
    </message>
    <message>
        <source>Instansi dicatat</source>
        <translation>Agency registered</translation>
    </message>
    <message>
        <source>Batas wilayah diperbarui</source>
        <translation>Boundaries updated</translation>
    </message>
    <message>
        <source>Catatan sumber ditolak dan disimpan</source>
        <translation>Source record refused and kept</translation>
    </message>
    <message>
        <source>Daftar kamera diperbarui</source>
        <translation>Cameras updated</translation>
    </message>
    <message>
        <source>Daftar kamera disesuaikan dengan direktori</source>
        <translation>Camera list brought up to date with its directory</translation>
    </message>
    <message>
        <source>Kamera diberi nama</source>
        <translation>Camera renamed</translation>
    </message>
    <message>
        <source>Catatan kamera diubah</source>
        <translation>Camera note changed</translation>
    </message>
    <message>
        <source>Bagian kamera ditutup</source>
        <translation>Parts of the camera masked</translation>
    </message>
    <message>
        <source>Kamera ditandai boleh diam</source>
        <translation>Camera marked as one that may stand still</translation>
    </message>
    <message>
        <source>Kamera diaktifkan atau dimatikan</source>
        <translation>Camera switched on or off</translation>
    </message>
    <message>
        <source>Kamera dipasang pada unit</source>
        <translation>Camera attached to a unit</translation>
    </message>
    <message>
        <source>Kendali kamera diatur</source>
        <translation>Camera control set</translation>
    </message>
    <message>
        <source>Kamera diambil untuk digerakkan</source>
        <translation>Camera taken to be moved</translation>
    </message>
    <message>
        <source>Kamera dilepas</source>
        <translation>Camera released</translation>
    </message>
    <message>
        <source>Kamera digerakkan</source>
        <translation>Camera moved</translation>
    </message>
    <message>
        <source>Posisi kamera dipakai</source>
        <translation>Camera position used</translation>
    </message>
    <message>
        <source>Daftar tempat diperbarui</source>
        <translation>Places updated</translation>
    </message>
    <message>
        <source>Operasi dimulai</source>
        <translation>Operation started</translation>
    </message>
    <message>
        <source>Tingkat situasi diubah</source>
        <translation>Situation level changed</translation>
    </message>
    <message>
        <source>Alarm berbunyi</source>
        <translation>Alarm raised</translation>
    </message>
    <message>
        <source>Alarm ditanggapi</source>
        <translation>Alarm answered</translation>
    </message>
    <message>
        <source>Alarm ditunda</source>
        <translation>Alarm shelved</translation>
    </message>
    <message>
        <source>Alarm berakhir</source>
        <translation>Alarm over</translation>
    </message>
    <message>
        <source>Gangguan dilaporkan kepada pemiliknya</source>
        <translation>Outage reported to its owner</translation>
    </message>
    <message>
        <source>%1 masuk</source>
        <translation>%1 signed in</translation>
    </message>
    <message>
        <source>%1 keluar</source>
        <translation>%1 signed out</translation>
    </message>
    <message>
        <source>%1 mengganti kata sandinya</source>
        <translation>%1 changed their password</translation>
    </message>
    <message>
        <source>%1 memberi kata sandi sementara</source>
        <translation>%1 gave a temporary password</translation>
    </message>
    <message>
        <source>Administrator pertama dibuat</source>
        <translation>First administrator made</translation>
    </message>
    <message>
        <source>%1 menambah orang</source>
        <translation>%1 added a person</translation>
    </message>
    <message>
        <source>%1 mengubah data orang</source>
        <translation>%1 changed a person's data</translation>
    </message>
    <message>
        <source>%1 mencatat orang yang keluar dari ruang</source>
        <translation>%1 recorded who left the room</translation>
    </message>
    <message>
        <source>Komputer kerja didaftarkan</source>
        <translation>Workstation registered</translation>
    </message>
    <message>
        <source>Komputer kerja tidak dipakai lagi</source>
        <translation>Workstation retired</translation>
    </message>
    <message>
        <source>Ruang dipulihkan dari cadangan</source>
        <translation>Room restored from a backup</translation>
    </message>
    <message>
        <source>%1 memeriksa ruang yang dipulihkan</source>
        <translation>%1 checked the restored room</translation>
    </message>
    <message>
        <source>%1 menyegel data pelapor</source>
        <translation>%1 sealed the reporter's data</translation>
    </message>
    <message>
        <source>%1 membuka data tersegel</source>
        <translation>%1 opened sealed data</translation>
    </message>
    <message>
        <source>%1 memusnahkan data tersegel</source>
        <translation>%1 destroyed sealed data</translation>
    </message>
    <message>
        <source>Data tersegel dimusnahkan pada waktunya</source>
        <translation>Sealed data destroyed when due</translation>
    </message>
    <message>
        <source>%1 mengambil alih dari %2: %3</source>
        <translation>%1 takes over from %2: %3</translation>
    </message>
    <message>
        <source>%1 meminta kejadian dari %2: %3</source>
        <translation>%1 asks %2 for the incident: %3</translation>
    </message>
    <message>
        <source>%1 menyerahkan kejadian kepada %2</source>
        <translation>%1 hands the incident over to %2</translation>
    </message>
    <message>
        <source>%1 menolak menyerahkan kepada %2</source>
        <translation>%1 refuses to hand over to %2</translation>
    </message>
    <message>
        <source>%1 membatalkan permintaannya</source>
        <translation>%1 withdraws the request</translation>
    </message>
    <message>
        <source>%2 tidak menjawab: beralih kepada %1</source>
        <translation>%2 did not answer: passes to %1</translation>
    </message>
    <message>
        <source>Permintaan %1 gugur</source>
        <translation>The request of %1 lapsed</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>HIJAU</source>
        <translation>GREEN</translation>
    </message>
    <message>
        <source>KUNING</source>
        <translation>YELLOW</translation>
    </message>
    <message>
        <source>MERAH</source>
        <translation>RED</translation>
    </message>
    <message>
        <source>%1 · Hari %2</source>
        <translation>%1 · Day %2</translation>
    </message>
    <message>
        <source>PUSAT KOMANDO</source>
        <translation>COMMAND CENTRE</translation>
    </message>
    <message>
        <source>Situasi</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Clock</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>ada senjata</source>
        <translation>weapon</translation>
    </message>
    <message>
        <source>jiwa terancam</source>
        <translation>life in danger</translation>
    </message>
    <message>
        <source>bangunan terbakar</source>
        <translation>building on fire</translation>
    </message>
    <message>
        <source>ada korban</source>
        <translation>casualties</translation>
    </message>
    <message>
        <source>anak atau lansia</source>
        <translation>child or elderly</translation>
    </message>
    <message>
        <source>sedang berlangsung</source>
        <translation>going on now</translation>
    </message>
    <message>
        <source>kejadian lama</source>
        <translation>some time ago</translation>
    </message>
    <message>
        <source>sudah selesai</source>
        <translation>already over</translation>
    </message>
    <message>
        <source>ditetapkan petugas</source>
        <translation>set by hand</translation>
    </message>
    <message>
        <source>menurut sumber</source>
        <translation>as the source says</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>Cakupan per kecamatan</source>
        <translation>Coverage by district</translation>
    </message>
    <message>
        <source>%1: %2 siap di dalam, %3 unit berpangkalan</source>
        <translation>%1: %2 available inside, %3 units based there</translation>
    </message>
    <message>
        <source>%1 (diminta)</source>
        <translation>%1 (on request)</translation>
    </message>
    <message>
        <source>Di luar wilayah</source>
        <translation>Outside the city</translation>
    </message>
    <message>
        <source>%1 siap / %2</source>
        <translation>%1 ready / %2</translation>
    </message>
    <message>
        <source>%1 (lokal)</source>
        <translation>%1 (local)</translation>
    </message>
    <message>
        <source>konflik %1 dan %2</source>
        <translation>conflict %1 and %2</translation>
    </message>
    <message>
        <source>%1 lokal</source>
        <translation>%1 local</translation>
    </message>
    <message>
        <source>%1 belum dijawab</source>
        <translation>%1 unanswered</translation>
    </message>
    <message>
        <source>konflik</source>
        <translation>conflict</translation>
    </message>
    <message>
        <source>%1 orang</source>
        <translation>%1 persons</translation>
    </message>
    <message>
        <source>Tersimpan lokal, belum di ruang</source>
        <translation>Kept locally, not in the room yet</translation>
    </message>
    <message>
        <source>Pangkalan: %1</source>
        <translation>Home: %1</translation>
    </message>
    <message>
        <source>Umur posisi: %1</source>
        <translation>Position age: %1</translation>
    </message>
    <message>
        <source>Status unit</source>
        <translation>Unit status</translation>
    </message>
    <message>
        <source>Daftar unit</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Satuan</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Wilayah</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>%1 berubah</source>
        <translation>%1 changed</translation>
    </message>
    <message>
        <source>STATUS UNIT</source>
        <translation>UNIT STATUS</translation>
    </message>
    <message>
        <source>Kelompokkan menurut</source>
        <translation>Group by</translation>
    </message>
    <message>
        <source>Belum ada unit</source>
        <translation>No units yet</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Susunan ubin</source>
        <translation>Tile layout</translation>
    </message>
    <message>
        <source>Tampilan tersimpan</source>
        <translation>Saved views</translation>
    </message>
    <message>
        <source>Tur berganti tiap</source>
        <translation>Tour turns every</translation>
    </message>
    <message>
        <source>Tampilkan</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Ganti nama</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Ikuti pilihan</source>
        <translation>Follow selection</translation>
    </message>
    <message>
        <source>Ubin kamera</source>
        <translation>Camera tiles</translation>
    </message>
    <message>
        <source>penunjuk di dinding</source>
        <translation>pointer on the wall</translation>
    </message>
    <message>
        <source>kamera dipilih</source>
        <translation>camera selected</translation>
    </message>
    <message>
        <source>kejadian dipilih</source>
        <translation>incident selected</translation>
    </message>
    <message>
        <source>satu kamera dibesarkan</source>
        <translation>one camera enlarged</translation>
    </message>
    <message>
        <source>sedang mengisi</source>
        <translation>being filled in</translation>
    </message>
    <message>
        <source>Tur</source>
        <translation>Tour</translation>
    </message>
    <message>
        <source>Tur dijeda</source>
        <translation>Tour paused</translation>
    </message>
    <message>
        <source>Tur %1</source>
        <translation>Tour %1</translation>
    </message>
    <message>
        <source>Dijeda: %1</source>
        <translation>Paused: %1</translation>
    </message>
    <message>
        <source>Halaman berganti tiap %1</source>
        <translation>The page turns every %1</translation>
    </message>
    <message>
        <source>separuh gambar</source>
        <translation>half of the pictures</translation>
    </message>
    <message>
        <source>gambar kunci</source>
        <translation>key pictures</translation>
    </message>
    <message>
        <source>satu gambar per 10 dtk</source>
        <translation>one picture per 10 s</translation>
    </message>
    <message>
        <source>tidak terlihat</source>
        <translation>not visible</translation>
    </message>
    <message>
        <source>anggaran CPU</source>
        <translation>CPU budget</translation>
    </message>
    <message>
        <source>jendela terlambat</source>
        <translation>window was late</translation>
    </message>
    <message>
        <source>mengejar ketinggalan</source>
        <translation>catching up</translation>
    </message>
    <message>
        <source>hanya itu yang dikirim</source>
        <translation>no more is sent</translation>
    </message>
    <message>
        <source>sambungan ditolak</source>
        <translation>connection refused</translation>
    </message>
    <message>
        <source>tidak terjangkau</source>
        <translation>unreachable</translation>
    </message>
    <message>
        <source>belum dimulai pemiliknya</source>
        <translation>not started by its owner</translation>
    </message>
    <message>
        <source>nama host tidak dikenal</source>
        <translation>host name unknown</translation>
    </message>
    <message>
        <source>perlu sandi</source>
        <translation>needs a password</translation>
    </message>
    <message>
        <source>akses ditolak</source>
        <translation>access denied</translation>
    </message>
    <message>
        <source>aliran tidak ada</source>
        <translation>no such stream</translation>
    </message>
    <message>
        <source>server kamera gagal</source>
        <translation>camera server failed</translation>
    </message>
    <message>
        <source>tidak menjawab</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>aliran berhenti</source>
        <translation>stream stalled</translation>
    </message>
    <message>
        <source>data rusak</source>
        <translation>damaged data</translation>
    </message>
    <message>
        <source>gambar beku</source>
        <translation>frozen picture</translation>
    </message>
    <message>
        <source>aliran ditutup</source>
        <translation>stream closed</translation>
    </message>
    <message>
        <source>sertifikat tidak sah</source>
        <translation>certificate not valid</translation>
    </message>
    <message>
        <source>sertifikat server tidak lengkap</source>
        <translation>server certificate incomplete</translation>
    </message>
    <message>
        <source>format tidak didukung</source>
        <translation>format not supported</translation>
    </message>
    <message>
        <source>alamat tidak diizinkan</source>
        <translation>address not allowed</translation>
    </message>
    <message>
        <source>cakram penuh</source>
        <translation>disk full</translation>
    </message>
    <message>
        <source>folder bukti tidak dapat ditulis</source>
        <translation>evidence folder cannot be written</translation>
    </message>
    <message>
        <source>kesalahan program, tercatat</source>
        <translation>program fault, recorded</translation>
    </message>
    <message>
        <source>TIDAK DIBUKA</source>
        <translation>NOT OPEN</translation>
    </message>
    <message>
        <source>MENYAMBUNG</source>
        <translation>CONNECTING</translation>
    </message>
    <message>
        <source>TERHENTI %1</source>
        <translation>STOPPED %1</translation>
    </message>
    <message>
        <source>PERLU SANDI</source>
        <translation>NEEDS A PASSWORD</translation>
    </message>
    <message>
        <source>TERPUTUS %1</source>
        <translation>LOST %1</translation>
    </message>
    <message>
        <source>gambar terakhir %1</source>
        <translation>last picture %1</translation>
    </message>
    <message>
        <source>tidak dicoba lagi sendiri</source>
        <translation>not tried again by itself</translation>
    </message>
    <message>
        <source>mencoba lagi</source>
        <translation>trying again</translation>
    </message>
    <message>
        <source>coba lagi %1 dtk</source>
        <translation>next try %1 s</translation>
    </message>
    <message>
        <source>usia %1</source>
        <translation>age %1</translation>
    </message>
    <message>
        <source>ganti %1 (%2)</source>
        <translation>use %1 (%2)</translation>
    </message>
    <message>
        <source>%1 ubin kejadian %2</source>
        <translation>%1 tiles on incident %2</translation>
    </message>
    <message>
        <source>%1 dari %2 langsung</source>
        <translation>%1 of %2 live</translation>
    </message>
    <message>
        <source>tertua %1</source>
        <translation>oldest %1</translation>
    </message>
    <message>
        <source>hal %1/%2</source>
        <translation>page %1/%2</translation>
    </message>
    <message>
        <source>ubin tetap</source>
        <translation>pinned tile</translation>
    </message>
    <message>
        <source>Belum ada kamera. Administrator memasukkan direktori dengan: command-center import cameras BERKAS</source>
        <translation>No cameras yet. The administrator adds a directory with: command-center import cameras FILE</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nama tampilan ini</source>
        <translation>Name of this view</translation>
    </message>
    <message>
        <source>Nama baru tampilan</source>
        <translation>New name of the view</translation>
    </message>
    <message>
        <source>Nama %1 di ruang ini (kosong: %2)</source>
        <translation>Name of %1 in this room (empty: %2)</translation>
    </message>
    <message>
        <source>Catatan untuk %1</source>
        <translation>Note on %1</translation>
    </message>
    <message>
        <source>Tarik kotak di atas bagian yang ditutup, atau Spasi lalu panah (Shift: ukuran). Backspace urung · Del hapus semua · Enter simpan · Esc batal</source>
        <translation>Drag a box over the part to mask, or Space then arrows (Shift: size). Backspace undo · Del clear · Enter save · Esc cancel</translation>
    </message>
    <message>
        <source>Bagian gambar yang ditutup</source>
        <translation>Masked parts of the picture</translation>
    </message>
    <message>
        <source>CCTV DISKOMINFO</source>
        <translation>CCTV DISKOMINFO</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Antrean kejadian</source>
        <translation>Incident queue</translation>
    </message>
    <message>
        <source>Kejadian terpilih</source>
        <translation>Selected incident</translation>
    </message>
    <message>
        <source>Telepon 110</source>
        <translation>Call 110</translation>
    </message>
    <message>
        <source>CCTV</source>
        <translation>CCTV</translation>
    </message>
    <message>
        <source>Daftar kamera</source>
        <translation>List of cameras</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Peta</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Status unit</source>
        <translation>Unit status</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Coba sendiri</source>
        <translation>Try it yourself</translation>
    </message>
    <message>
        <source>Cabut sambungan</source>
        <translation>Pull a plug</translation>
    </message>
    <message>
        <source>Angka tanggapan</source>
        <translation>Response figures</translation>
    </message>
    <message>
        <source>Laporan per menit</source>
        <translation>Reports per minute</translation>
    </message>
    <message>
        <source>Catatan alarm</source>
        <translation>Alarm log</translation>
    </message>
    <message>
        <source>Kesehatan sumber</source>
        <translation>Source health</translation>
    </message>
    <message>
        <source>Orang dan peran</source>
        <translation>People and roles</translation>
    </message>
    <message>
        <source>Tempatkan kembali</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>Lepas ke monitor lain</source>
        <translation>Tear off</translation>
    </message>
    <message>
        <source>PUSAT DATA DIPULIHKAN ke keadaan %1. Hanya dapat dibaca sampai kepala regu memeriksa dan mengesahkan.</source>
        <translation>DATABASE RESTORED to how it stood at %1. It can only be read until a shift lead has checked and confirmed it.</translation>
    </message>
    <message>
        <source>Pusat Komando</source>
        <translation>Command Centre</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panels</translation>
    </message>
    <message>
        <source>LATIHAN</source>
        <translation>LATIHAN · EXERCISE</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
</context>
</TS>
