<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="id_ID">
<context>
    <name>Actions</name>
    <message>
        <source>Tanggapi</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Tunda</source>
        <translation>Shelve</translation>
    </message>
    <message>
        <source>Nada alarm</source>
        <translation>Alarm tones</translation>
    </message>
    <message>
        <source>Laporkan ke pemilik</source>
        <translation>Report to owner</translation>
    </message>
    <message>
        <source>Tugaskan ke kejadian terpilih</source>
        <translation>Send to the selected incident</translation>
    </message>
    <message>
        <source>Tanyakan kabar unit</source>
        <translation>Ask the unit what it does</translation>
    </message>
    <message>
        <source>Geser ke kecamatan</source>
        <translation>Move to a district</translation>
    </message>
    <message>
        <source>Saring papan unit</source>
        <translation>Filter the unit board</translation>
    </message>
    <message>
        <source>Sebutan dan batas status</source>
        <translation>Words and limits of statuses</translation>
    </message>
    <message>
        <source>Angkat telepon</source>
        <translation>Answer call</translation>
    </message>
    <message>
        <source>Ambil alih telepon</source>
        <translation>Take over call</translation>
    </message>
    <message>
        <source>Catat hasil telepon</source>
        <translation>Write result of call</translation>
    </message>
    <message>
        <source>Telepon balik</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>Daftar telepon</source>
        <translation>List of calls</translation>
    </message>
    <message>
        <source>Anak dari</source>
        <translation>Part of</translation>
    </message>
    <message>
        <source>Rekam bukti</source>
        <translation>Record evidence</translation>
    </message>
    <message>
        <source>RS siaga</source>
        <translation>Hospital standby</translation>
    </message>
    <message>
        <source>Papan rumah sakit</source>
        <translation>Hospital board</translation>
    </message>
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
        <source>Alasan prioritas</source>
        <translation>Reason for the priority</translation>
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
        <source>Tingkat alarm</source>
        <translation>Alarm level</translation>
    </message>
    <message>
        <source>Kejadian</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Telepon</source>
        <translation>Calls</translation>
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
        <source>Coret catatan</source>
        <translation>Strike note</translation>
    </message>
    <message>
        <source>Prosedur kejadian</source>
        <translation>Procedure of the incident</translation>
    </message>
    <message>
        <source>Kejadian lain di tempat ini</source>
        <translation>Other incidents at this place</translation>
    </message>
    <message>
        <source>Buku prosedur</source>
        <translation>Book of procedures</translation>
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
    <message>
        <source>Betulkan alamat</source>
        <translation>Correct the address</translation>
    </message>
    <message>
        <source>Salin teks perintah</source>
        <translation>Copy the order</translation>
    </message>
    <message>
        <source>Unit boleh ditarik / tetap</source>
        <translation>Units may be pulled / stay</translation>
    </message>
    <message>
        <source>Tarik satu unit</source>
        <translation>Call one unit off</translation>
    </message>
    <message>
        <source>Tarik perintah unit</source>
        <translation>Call the unit off</translation>
    </message>
    <message>
        <source>Ulangi perintah unit</source>
        <translation>Repeat the unit&apos;s order</translation>
    </message>
    <message>
        <source>Perubahan sudah didengar</source>
        <translation>Change was heard</translation>
    </message>
    <message>
        <source>Ulangi perintah</source>
        <translation>Repeat the order</translation>
    </message>
    <message>
        <source>Unit berikutnya</source>
        <translation>Next unit</translation>
    </message>
    <message>
        <source>Jadwalkan</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Tautkan</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Lepas tautan</source>
        <translation>Unlink</translation>
    </message>
    <message>
        <source>Daftar jadwal</source>
        <translation>Schedule list</translation>
    </message>
    <message>
        <source>Baris perintah (Ctrl+K)</source>
        <translation>Command line (Ctrl+K)</translation>
    </message>
    <message>
        <source>Daftar tombol</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Ke radio</source>
        <translation>To the radio</translation>
    </message>
    <message>
        <source>Mitra, ronda, sinergitas</source>
        <translation>Partners, watch, synergy</translation>
    </message>
    <message>
        <source>Kentongan</source>
        <translation>Kentongan</translation>
    </message>
    <message>
        <source>Jemput bola</source>
        <translation>Ask for a visit</translation>
    </message>
    <message>
        <source>Kunjungan selesai</source>
        <translation>Visit done</translation>
    </message>
    <message>
        <source>Naikkan kelas</source>
        <translation>Raise the class</translation>
    </message>
    <message>
        <source>Kelas tetap</source>
        <translation>Keep the class</translation>
    </message>
    <message>
        <source>Mengapa unit ini</source>
        <translation>Why these units</translation>
    </message>
    <message>
        <source>Teruskan</source>
        <translation>Hand on</translation>
    </message>
    <message>
        <source>Catat jawaban instansi</source>
        <translation>Note an agency&apos;s answer</translation>
    </message>
    <message>
        <source>Daftar penerusan</source>
        <translation>List of referrals</translation>
    </message>
    <message>
        <source>Balas pelapor</source>
        <translation>Reply to reporters</translation>
    </message>
    <message>
        <source>Pemberitahuan publik</source>
        <translation>Public notices</translation>
    </message>
    <message>
        <source>Sahkan pemulihan</source>
        <translation>Confirm restored state</translation>
    </message>
    <message>
        <source>Jalan dan penutupan</source>
        <translation>Roads and closures</translation>
    </message>
    <message>
        <source>Tutup jalan di peta</source>
        <translation>Close a road on the map</translation>
    </message>
    <message>
        <source>Impor peta jalan</source>
        <translation>Import road map</translation>
    </message>
    <message>
        <source>Kartu rencana</source>
        <translation>Run cards</translation>
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
        <source>Cari atau perintah</source>
        <translation>Search or command</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Cetak daftar tombol</source>
        <translation>Print the keys</translation>
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
        <source>Meja alarm</source>
        <translation>Alarm desk</translation>
    </message>
    <message>
        <source>Waktu tanggap</source>
        <translation>Response times</translation>
    </message>
    <message>
        <source>Tabel triase</source>
        <translation>Triage table</translation>
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
        <source>Rute perintah</source>
        <translation>Order routes</translation>
    </message>
    <message>
        <source>Jawaban perintah</source>
        <translation>Answers to orders</translation>
    </message>
    <message>
        <source>Pembaruan program</source>
        <translation>Program updates</translation>
    </message>
    <message>
        <source>Periksa komputer ini</source>
        <translation>Check this machine</translation>
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
        <source>Cek personel berikut</source>
        <translation>Next welfare step</translation>
    </message>
    <message>
        <source>Personel aman</source>
        <translation>Crew is well</translation>
    </message>
    <message>
        <source>Personel ditolong</source>
        <translation>Crew was helped</translation>
    </message>
    <message>
        <source>Cek salah sangka</source>
        <translation>Was never silent</translation>
    </message>
    <message>
        <source>Personel ditemukan terluka</source>
        <translation>Personnel found hurt</translation>
    </message>
    <message>
        <source>Hentikan pencarian</source>
        <translation>Give up the search</translation>
    </message>
    <message>
        <source>Tempat dan kerawanan</source>
        <translation>Places and vulnerability</translation>
    </message>
    <message>
        <source>Peringatan dini</source>
        <translation>Early warnings</translation>
    </message>
    <message>
        <source>Operasi</source>
        <translation>Operations</translation>
    </message>
    <message>
        <source>Pengamanan pemilu</source>
        <translation>Election security</translation>
    </message>
    <message>
        <source>Meja sutradara</source>
        <translation>Director&apos;s desk</translation>
    </message>
    <message>
        <source>Putar ulang</source>
        <translation>Playback</translation>
    </message>
    <message>
        <source>Serah terima jaga</source>
        <translation>Shift handover</translation>
    </message>
    <message>
        <source>Buku mutasi</source>
        <translation>Shift book</translation>
    </message>
    <message>
        <source>Perintah dan tugas</source>
        <translation>Instructions and tasks</translation>
    </message>
    <message>
        <source>Dinding pengamat</source>
        <translation>Observers&apos; wall</translation>
    </message>
    <message>
        <source>Laporan kejadian (lapsit)</source>
        <translation>Incident report (lapsit)</translation>
    </message>
    <message>
        <source>Laporan berkala</source>
        <translation>Periodic reports</translation>
    </message>
    <message>
        <source>Regu, apel, jadwal dan personel</source>
        <translation>Regu, roll-call, roster and people</translation>
    </message>
    <message>
        <source>Buku panduan</source>
        <translation>Handbook</translation>
    </message>
    <message>
        <source>Cetak kartu ringkas</source>
        <translation>Print the quick-reference card</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Tutup: Esc atau Ctrl+F1</source>
        <translation>Close: Esc or Ctrl+F1</translation>
    </message>
    <message>
        <source>Persiapan ruang</source>
        <translation>What the room still needs</translation>
    </message>
    <message>
        <source>%1, lalu %2</source>
        <translation>%1, then %2</translation>
    </message>
</context>
<context>
    <name>AlarmKinds</name>
    <message>
        <source>Perintah belum dijawab</source>
        <translation>Order unanswered</translation>
    </message>
    <message>
        <source>P1 belum diambil</source>
        <translation>P1 not taken</translation>
    </message>
    <message>
        <source>P1 belum diambil, ke pimpinan</source>
        <translation>P1 not taken, to the shift lead</translation>
    </message>
    <message>
        <source>Kecamatan tanpa unit</source>
        <translation>District without a unit</translation>
    </message>
    <message>
        <source>Sumber terputus</source>
        <translation>Source down</translation>
    </message>
    <message>
        <source>Kamera terputus</source>
        <translation>Camera down</translation>
    </message>
    <message>
        <source>Jam menyimpang</source>
        <translation>Clock is off</translation>
    </message>
    <message>
        <source>Catatan bertentangan</source>
        <translation>Records in conflict</translation>
    </message>
    <message>
        <source>Unit diam</source>
        <translation>Unit silent</translation>
    </message>
    <message>
        <source>Gangguan banyak kamera</source>
        <translation>Outage of many cameras</translation>
    </message>
    <message>
        <source>Kamera terhalang</source>
        <translation>Camera obstructed</translation>
    </message>
    <message>
        <source>Kerumunan bertambah</source>
        <translation>Crowd is growing</translation>
    </message>
    <message>
        <source>Dua perintah untuk satu unit</source>
        <translation>Two orders for one unit</translation>
    </message>
    <message>
        <source>Pusat data dipulihkan</source>
        <translation>Database restored</translation>
    </message>
    <message>
        <source>Cadangan gagal</source>
        <translation>Backup failed</translation>
    </message>
    <message>
        <source>Catatan audit rusak</source>
        <translation>Audit log broken</translation>
    </message>
    <message>
        <source>Akun terkunci</source>
        <translation>Account locked</translation>
    </message>
    <message>
        <source>Tombol darurat</source>
        <translation>Panic button</translation>
    </message>
    <message>
        <source>Kentongan</source>
        <translation>Kentongan</translation>
    </message>
    <message>
        <source>Bahaya di antara banyak laporan</source>
        <translation>Danger among many reports</translation>
    </message>
    <message>
        <source>Telepon 110 belum dijawab</source>
        <translation>110 call unanswered</translation>
    </message>
    <message>
        <source>Telepon balik tertunda</source>
        <translation>Callback overdue</translation>
    </message>
    <message>
        <source>Banyak laporan sekaligus</source>
        <translation>Many reports at once</translation>
    </message>
    <message>
        <source>Penerusan belum dijawab</source>
        <translation>Referral unanswered</translation>
    </message>
    <message>
        <source>Siaga RS belum dijawab</source>
        <translation>Hospital standby unanswered</translation>
    </message>
    <message>
        <source>Kunjungan terlambat</source>
        <translation>Visit overdue</translation>
    </message>
    <message>
        <source>Kiriman gagal</source>
        <translation>Delivery failed</translation>
    </message>
    <message>
        <source>Bentuk data sumber berubah</source>
        <translation>Shape of a source&apos;s data changed</translation>
    </message>
    <message>
        <source>Berkas ditolak</source>
        <translation>File refused</translation>
    </message>
    <message>
        <source>Laporan datang terlambat</source>
        <translation>Reports arrived late</translation>
    </message>
    <message>
        <source>Terlalu banyak P1</source>
        <translation>Too many P1</translation>
    </message>
    <message>
        <source>Unit belum bergerak</source>
        <translation>Unit not moving</translation>
    </message>
    <message>
        <source>Perubahan belum didengar</source>
        <translation>Change not heard</translation>
    </message>
    <message>
        <source>Personel dalam bahaya</source>
        <translation>Personnel in danger</translation>
    </message>
    <message>
        <source>Kejadian terjadwal tiba</source>
        <translation>Scheduled incident is due</translation>
    </message>
    <message>
        <source>Deteksi dini</source>
        <translation>Early detection</translation>
    </message>
    <message>
        <source>Perintah belum didengar</source>
        <translation>Instruction not heard</translation>
    </message>
    <message>
        <source>Tugas terlambat</source>
        <translation>Task overdue</translation>
    </message>
    <message>
        <source>Tingkat situasi naik</source>
        <translation>Situation level raised</translation>
    </message>
    <message>
        <source>Tugas rencana lewat waktu</source>
        <translation>Plan tasks overdue</translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>Banjir alarm: %1</source>
        <translation>Alarm flood: %1</translation>
    </message>
    <message>
        <source>%1 alarm</source>
        <translation>Alarms: %1</translation>
    </message>
    <message>
        <source>dan %1 pesan lain</source>
        <translation>and %1 more messages</translation>
    </message>
    <message>
        <source>Tingkat</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Sejak</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Banyak</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Wilayah · jenis</source>
        <translation>Area · kind</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Tiap alarm di baris ini</source>
        <translation>Each alarm of this line</translation>
    </message>
    <message>
        <source>Sampai</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Sisa</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Sebab</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Banjir %1</source>
        <translation>Flood %1</translation>
    </message>
    <message>
        <source>Menunggu %1</source>
        <translation>Waiting %1</translation>
    </message>
    <message>
        <source>Ditunda %1</source>
        <translation>Shelved %1</translation>
    </message>
    <message>
        <source>Laju</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Tanggapi baris</source>
        <translation>Answer the line</translation>
    </message>
    <message>
        <source>Tunda</source>
        <translation>Shelve</translation>
    </message>
    <message>
        <source>Alarm yang menunggu</source>
        <translation>Alarms that wait</translation>
    </message>
    <message>
        <source>Alarm yang ditunda</source>
        <translation>Alarm to shelve</translation>
    </message>
    <message>
        <source>Laju alarm</source>
        <translation>Alarm rate</translation>
    </message>
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
        <source>%1 per 10 menit, banjir %2 %</source>
        <translation>%1 per 10 minutes, flood %2 %</translation>
    </message>
    <message>
        <source>batas %1 per 10 menit, banjir (lebih dari %2 dalam 10 menit) %3 %</source>
        <translation>limit %1 per 10 minutes, flood (more than %2 in 10 minutes) %3 %</translation>
    </message>
    <message>
        <source>regu ini</source>
        <translation>this shift</translation>
    </message>
    <message>
        <source>24 jam</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Alarm per 10 menit: regu ini %1, 24 jam %2; banjir %3 %</source>
        <translation>Alarms per 10 minutes: this shift %1, 24 h %2; flood %3 %</translation>
    </message>
    <message>
        <source>Siapa atau apa</source>
        <translation>Who or what</translation>
    </message>
    <message>
        <source>Meja</source>
        <translation>Seat</translation>
    </message>
    <message>
        <source>Regu ini</source>
        <translation>This shift</translation>
    </message>
    <message>
        <source>Per 10 menit, 24 jam</source>
        <translation>Per 10 minutes, 24 h</translation>
    </message>
    <message>
        <source>Dijawab dalam P50 / P90</source>
        <translation>Answered within P50 / P90</translation>
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
        <source>Berapa lama</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>Mengapa ditunda</source>
        <translation>Why it is shelved</translation>
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
        <source>%1: %2 alarm</source>
        <translation>%1: %2 alarms</translation>
    </message>
    <message>
        <source>%1 dan %2 lagi</source>
        <translation>%1 and %2 more</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>%1 perintah menunggu jawaban</source>
        <translation>%1 orders waiting for an answer</translation>
    </message>
    <message>
        <source>PERINTAH MENUNGGU JAWABAN</source>
        <translation>ORDERS WAITING FOR AN ANSWER</translation>
    </message>
    <message>
        <source>Perintah menunggu jawaban</source>
        <translation>Orders waiting for an answer</translation>
    </message>
    <message>
        <source>Semua perintah sudah dijawab.</source>
        <translation>All orders have been answered.</translation>
    </message>
    <message>
        <source>Saring menurut unit, kejadian atau kata</source>
        <translation>Filter by unit, incident or word</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Accepted</translation>
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
        <source>Ulangi</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>Tandai</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>Tandai semua</source>
        <translation>Mark all</translation>
    </message>
    <message>
        <source>BATAL</source>
        <translation>CALLED OFF</translation>
    </message>
    <message>
        <source>alamat baru</source>
        <translation>new address</translation>
    </message>
    <message>
        <source>ulangan</source>
        <translation>repeat</translation>
    </message>
    <message>
        <source>LEWAT %1</source>
        <translation>LATE %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>perintah: %1</source>
        <translation>order: %1</translation>
    </message>
    <message>
        <source>%1 menunggu</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>%1 lewat %2 dtk</source>
        <translation>%1 over %2 s</translation>
    </message>
    <message>
        <source>%1 ditandai</source>
        <translation>%1 marked</translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message>
        <source>garis lurus</source>
        <translation>straight line</translation>
    </message>
    <message>
        <source>menurut jalan</source>
        <translation>by road</translation>
    </message>
    <message>
        <source>%1, 80 % antara %2 m, %3</source>
        <translation>%1, 80 % between %2 min, %3</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>%1 lampiran lain</source>
        <translation>%1 more attachments</translation>
    </message>
    <message>
        <source>Lampiran laporan</source>
        <translation>Attachments of the reports</translation>
    </message>
    <message>
        <source>tersimpan di komputer penerima</source>
        <translation>kept at the machine that received it</translation>
    </message>
    <message>
        <source>mengambil salinan…</source>
        <translation>fetching a copy…</translation>
    </message>
    <message>
        <source>BERUBAH: bukan berkas yang tercatat</source>
        <translation>CHANGED: not the file that was logged</translation>
    </message>
    <message>
        <source>tidak dapat ditampilkan</source>
        <translation>cannot be shown</translation>
    </message>
    <message>
        <source>terlalu besar untuk ditampilkan</source>
        <translation>too large to be shown</translation>
    </message>
    <message>
        <source>Gambar</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Suara</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>Teks</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>sedang diambil…</source>
        <translation>being fetched…</translation>
    </message>
</context>
<context>
    <name>Call</name>
    <message>
        <source>Tanpa laporan palsu dalam 90 hari</source>
        <translation>No false reports in 90 days</translation>
    </message>
    <message>
        <source>Saran %1: %2</source>
        <translation>Suggested %1: %2</translation>
    </message>
    <message>
        <source>Dipilih petugas; saran %1: %2</source>
        <translation>Chosen by hand; suggested %1: %2</translation>
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
    <message>
        <source>di luar %1</source>
        <translation>outside %1</translation>
    </message>
    <message>
        <source>ada yang sama cocok</source>
        <translation>others fit as well</translation>
    </message>
    <message>
        <source>kira-kira, titik terdekat %1 m</source>
        <translation>about, nearest points %1 m apart</translation>
    </message>
    <message>
        <source>simpangnya tidak di peta</source>
        <translation>the crossing is not on the map</translation>
    </message>
    <message>
        <source>sebagian kata saja</source>
        <translation>some of the words only</translation>
    </message>
    <message>
        <source>ejaan mirip</source>
        <translation>similar spelling</translation>
    </message>
    <message>
        <source>di dekatnya</source>
        <translation>near it</translation>
    </message>
    <message>
        <source>nomor tidak di peta</source>
        <translation>number not on the map</translation>
    </message>
    <message>
        <source>Pilih kategori dahulu.</source>
        <translation>Choose a category first.</translation>
    </message>
    <message>
        <source>Isi tempat atau keterangan.</source>
        <translation>Enter a place or details.</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Ditandai iseng %1×, terakhir %2 oleh %3: %4. Tetap dijawab seperti biasa.</source>
        <translation>Marked as a prank %1×, last on %2 by %3: %4. Answered like any other.</translation>
    </message>
    <message>
        <source>Nomor ini: %1</source>
        <translation>This number: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 lagi</source>
        <translation>%1 more</translation>
    </message>
    <message>
        <source>%1 laporan palsu dalam %2 hari, terakhir %3</source>
        <translation>%1 false reports in %2 days, last on %3</translation>
    </message>
    <message>
        <source>salah satu pelapor: %1 laporan palsu dalam %2 hari</source>
        <translation>one of the reporters: %1 false reports in %2 days</translation>
    </message>
    <message>
        <source>%1 laporan palsu yang diketahui jendela ini</source>
        <translation>%1 false reports that this window knows of</translation>
    </message>
    <message>
        <source>Nomor penelepon</source>
        <translation>Caller&apos;s number</translation>
    </message>
    <message>
        <source>%1 baru</source>
        <translation>%1 new</translation>
    </message>
    <message>
        <source>Angkat</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Lihat kejadian</source>
        <translation>Show incident</translation>
    </message>
    <message>
        <source>Buka formulir</source>
        <translation>Open the form</translation>
    </message>
    <message>
        <source>Ambil alih</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>Telepon balik</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>Telepon 110</source>
        <translation>110 calls</translation>
    </message>
    <message>
        <source>Hasil…</source>
        <translation>Result…</translation>
    </message>
    <message>
        <source>Tampilkan nomor</source>
        <translation>Show number</translation>
    </message>
    <message>
        <source>Tandai iseng…</source>
        <translation>Mark as prank…</translation>
    </message>
    <message>
        <source>Coret tanda…</source>
        <translation>Strike mark…</translation>
    </message>
    <message>
        <source>Tangga jawab…</source>
        <translation>Answering ladder…</translation>
    </message>
    <message>
        <source>Ambil alih dari %1: tulis alasannya</source>
        <translation>Take over from %1: write why</translation>
    </message>
    <message>
        <source>Hasil telepon %1</source>
        <translation>Result of the call, %1</translation>
    </message>
    <message>
        <source>Telepon balik lewat sentral, panggilan %1. Hasilnya?</source>
        <translation>Call back through the exchange, call %1. How did it go?</translation>
    </message>
    <message>
        <source>Tandai %1 sebagai iseng: tulis alasannya</source>
        <translation>Mark %1 as a prank: write why</translation>
    </message>
    <message>
        <source>Tandai</source>
        <translation>Mark</translation>
    </message>
    <message>
        <source>Coret tanda iseng “%1”: tulis alasannya</source>
        <translation>Strike the prank mark “%1”: write why</translation>
    </message>
    <message>
        <source>Coret</source>
        <translation>Strike</translation>
    </message>
    <message>
        <source>Tangga jawab: nama dan detik, dipisah koma</source>
        <translation>Answering ladder: name and seconds, with commas between</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Berdering</source>
        <translation>Ringing</translation>
    </message>
    <message>
        <source>Ditangani</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>Riwayat</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Tidak ada telepon berdering.</source>
        <translation>No call is ringing.</translation>
    </message>
    <message>
        <source>Tidak ada telepon yang sedang ditangani.</source>
        <translation>No call is in hand.</translation>
    </message>
    <message>
        <source>Tidak ada yang menunggu telepon balik.</source>
        <translation>Nobody waits to be called back.</translation>
    </message>
    <message>
        <source>Belum ada telepon sejak kemarin.</source>
        <translation>No calls since yesterday.</translation>
    </message>
    <message>
        <source>Jadi kejadian</source>
        <translation>Became an incident</translation>
    </message>
    <message>
        <source>Informasi</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Disambungkan</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>Tanpa suara</source>
        <translation>Silent</translation>
    </message>
    <message>
        <source>Iseng</source>
        <translation>Prank</translation>
    </message>
    <message>
        <source>Diangkat juga di luar</source>
        <translation>Answered outside, too</translation>
    </message>
    <message>
        <source>Tersambung</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>Tidak diangkat</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Salah nomor</source>
        <translation>Wrong number</translation>
    </message>
    <message>
        <source>tanpa nomor</source>
        <translation>number withheld</translation>
    </message>
    <message>
        <source>nomor ·%1</source>
        <translation>number ·%1</translation>
    </message>
    <message>
        <source>meja di luar</source>
        <translation>a desk outside</translation>
    </message>
    <message>
        <source>Berdering %1 · %2</source>
        <translation>Ringing %1 · %2</translation>
    </message>
    <message>
        <source>Diangkat %1 · %2</source>
        <translation>Answered by %1 · %2</translation>
    </message>
    <message>
        <source>Selesai bicara, tulis hasil · %1 · %2</source>
        <translation>Talk over, write the result · %1 · %2</translation>
    </message>
    <message>
        <source>Dicoba, tidak diangkat · menunggu %1</source>
        <translation>Tried, no answer · waiting %1</translation>
    </message>
    <message>
        <source>Tidak terangkat · menunggu %1</source>
        <translation>Not answered · waiting %1</translation>
    </message>
    <message>
        <source>Selesai di luar ruang</source>
        <translation>Ended outside the room</translation>
    </message>
    <message>
        <source>Tidak terangkat</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>%1 panggilan lain</source>
        <translation>%1 other calls</translation>
    </message>
    <message>
        <source>ditandai iseng %1×</source>
        <translation>marked as a prank %1×</translation>
    </message>
    <message>
        <source>memanggil %1</source>
        <translation>called %1</translation>
    </message>
    <message>
        <source>Telepon pukul %1 · %2</source>
        <translation>Call at %1 · %2</translation>
    </message>
</context>
<context>
    <name>Cameras</name>
    <message>
        <source>kini: %1</source>
        <translation>now: %1</translation>
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
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Jam yang diukur</source>
        <translation>Clock to measure</translation>
    </message>
    <message>
        <source>Persentil</source>
        <translation>Percentile</translation>
    </message>
    <message>
        <source>Kurun waktu</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Titik grafik</source>
        <translation>Points of the chart</translation>
    </message>
    <message>
        <source>Irisan</source>
        <translation>Slice</translation>
    </message>
    <message>
        <source>Kelompok</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>per jam</source>
        <translation>by hour</translation>
    </message>
    <message>
        <source>per hari</source>
        <translation>by day</translation>
    </message>
    <message>
        <source>Dibuat %1</source>
        <translation>Made %1</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Perjalanan</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Terlama</source>
        <translation>Slowest</translation>
    </message>
    <message>
        <source>Dalam target</source>
        <translation>Within target</translation>
    </message>
    <message>
        <source>Tidak dihitung</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>Sebab</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>membaca: %1 baris</source>
        <translation>reading: %1 rows</translation>
    </message>
    <message>
        <source>dihentikan; yang tampak adalah jawaban sebelumnya</source>
        <translation>stopped; what is shown is the answer before</translation>
    </message>
    <message>
        <source>%1 baris dibaca</source>
        <translation>%1 rows read</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Simpan CSV</source>
        <translation>Save CSV</translation>
    </message>
    <message>
        <source>Simpan XLSX</source>
        <translation>Save XLSX</translation>
    </message>
    <message>
        <source>Kejadian yang paling lama</source>
        <translation>Incidents that took longest</translation>
    </message>
    <message>
        <source>Riwayat kejadian terpilih</source>
        <translation>Timeline of the selected incident</translation>
    </message>
    <message>
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Kemarin</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>7 hari</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 hari</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>90 hari</source>
        <translation>90 days</translation>
    </message>
    <message>
        <source>1 tahun</source>
        <translation>1 year</translation>
    </message>
    <message>
        <source>Sumber</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Kecamatan</source>
        <translation>District</translation>
    </message>
    <message>
        <source>Regu jaga</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Prioritas</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>tidak diketahui</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>%1 % (%2 dari %3)</source>
        <translation>%1 % (%2 of %3)</translation>
    </message>
    <message>
        <source>Kejadian</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Lama</source>
        <translation>Took</translation>
    </message>
    <message>
        <source>telepon</source>
        <translation>call</translation>
    </message>
    <message>
        <source>target %1: %2</source>
        <translation>target %1: %2</translation>
    </message>
    <message>
        <source>tidak dihitung: %1</source>
        <translation>not counted: %1</translation>
    </message>
    <message>
        <source>%1 masih berjalan</source>
        <translation>%1 still running</translation>
    </message>
    <message>
        <source>110 dijawab</source>
        <translation>110 answered</translation>
    </message>
    <message>
        <source>telepon balik</source>
        <translation>callback</translation>
    </message>
    <message>
        <source>lapor→verifikasi</source>
        <translation>report→verified</translation>
    </message>
    <message>
        <source>verifikasi→perintah</source>
        <translation>verified→order</translation>
    </message>
    <message>
        <source>perintah→diterima</source>
        <translation>order→accepted</translation>
    </message>
    <message>
        <source>diterima→menuju</source>
        <translation>accepted→en route</translation>
    </message>
    <message>
        <source>perintah→menuju</source>
        <translation>order→en route</translation>
    </message>
    <message>
        <source>menuju→TKP</source>
        <translation>en route→scene</translation>
    </message>
    <message>
        <source>lapor→TKP</source>
        <translation>report→scene</translation>
    </message>
    <message>
        <source>TKP→selesai</source>
        <translation>scene→closed</translation>
    </message>
    <message>
        <source>masih berjalan</source>
        <translation>still running</translation>
    </message>
    <message>
        <source>langkah tidak tercatat</source>
        <translation>without a recorded step</translation>
    </message>
    <message>
        <source>waktu terbalik</source>
        <translation>reversed times</translation>
    </message>
    <message>
        <source>tanpa unit</source>
        <translation>without a unit</translation>
    </message>
    <message>
        <source>ditutup penelepon</source>
        <translation>hung up by the caller</translation>
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
        <source>data lama</source>
        <translation>imported</translation>
    </message>
    <message>
        <source>laporan terlambat</source>
        <translation>late reports</translation>
    </message>
    <message>
        <source>%1: dari %2</source>
        <translation>%1: of %2</translation>
    </message>
    <message>
        <source>kurang dari %1, baca hati-hati</source>
        <translation>fewer than %1, read with care</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
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
        <source>Lepas %1 dari gabungan</source>
        <translation>Un-merge %1</translation>
    </message>
    <message>
        <source>Prioritas %2: %1</source>
        <translation>Priority %2: %1</translation>
    </message>
    <message>
        <source>sekarang %1</source>
        <translation>now %1</translation>
    </message>
    <message>
        <source>Selesaikan %1: %2</source>
        <translation>Close %1: %2</translation>
    </message>
    <message>
        <source>melepas %1</source>
        <translation>releases %1</translation>
    </message>
    <message>
        <source>Gabung %1 ke %2</source>
        <translation>Merge %1 into %2</translation>
    </message>
    <message>
        <source>Catat di %1: %2</source>
        <translation>Note on %1: %2</translation>
    </message>
    <message>
        <source>Alarm %1 ke tingkat %2: %3</source>
        <translation>Alarm of %1 to level %2: %3</translation>
    </message>
    <message>
        <source>Berlaku sekarang: %1</source>
        <translation>Now in effect: %1</translation>
    </message>
    <message>
        <source>Jadwalkan %1: %2</source>
        <translation>Schedule %1: %2</translation>
    </message>
    <message>
        <source>Buka daftar jadwal</source>
        <translation>Open the schedule list</translation>
    </message>
    <message>
        <source>Jadwalkan %1: kapan?</source>
        <translation>Schedule %1: when?</translation>
    </message>
    <message>
        <source>Tautkan %1 dengan %2</source>
        <translation>Link %1 with %2</translation>
    </message>
    <message>
        <source>Tautkan %1: %2</source>
        <translation>Link %1: %2</translation>
    </message>
    <message>
        <source>Lepas tautan %1 dengan %2</source>
        <translation>Unlink %1 from %2</translation>
    </message>
    <message>
        <source>Tutup jalan di peta</source>
        <translation>Close a road on the map</translation>
    </message>
    <message>
        <source>Tutup jalan di peta: %1</source>
        <translation>Close a road on the map: %1</translation>
    </message>
    <message>
        <source>%1 titik</source>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>sampai %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>Tutup %1: %2</source>
        <translation>Close %1: %2</translation>
    </message>
    <message>
        <source>Buka kembali %1: %2</source>
        <translation>Reopen %1: %2</translation>
    </message>
    <message>
        <source>Catat kabar radio: %1</source>
        <translation>Log radio traffic: %1</translation>
    </message>
    <message>
        <source>Bunyikan kentongan P1: %1</source>
        <translation>Sound a kentongan P1: %1</translation>
    </message>
    <message>
        <source>Isi laporan telepon 110</source>
        <translation>Enter a 110 call</translation>
    </message>
    <message>
        <source>Isi laporan telepon 110: %1</source>
        <translation>Fill in the 110 call: %1</translation>
    </message>
    <message>
        <source>Simpan laporan 110: %1</source>
        <translation>Save 110 report: %1</translation>
    </message>
    <message>
        <source>Tampilkan %1</source>
        <translation>Show %1</translation>
    </message>
    <message>
        <source>Tampilkan dinding %1</source>
        <translation>Show wall view %1</translation>
    </message>
    <message>
        <source>Perintahkan %1 ke %2</source>
        <translation>Order %1 to %2</translation>
    </message>
    <message>
        <source>sedang di %1, akan ditarik</source>
        <translation>on %1, will be pulled</translation>
    </message>
    <message>
        <source>%1 diminta ke %2</source>
        <translation>%1 asked of %2</translation>
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
        <source>%1 menerima perintah</source>
        <translation>%1 has heard the order</translation>
    </message>
    <message>
        <source>Lepas %1 dari kejadian</source>
        <translation>Release %1 from its incident</translation>
    </message>
    <message>
        <source>tetap merah sampai didengar</source>
        <translation>stays red until heard</translation>
    </message>
    <message>
        <source>Tarik perintah %1: %2</source>
        <translation>Call off %1: %2</translation>
    </message>
    <message>
        <source>Cari kejadian, unit, kamera, tempat… atau perintah</source>
        <translation>Search incidents, units, cameras, places… or command</translation>
    </message>
    <message>
        <source>Cari atau perintah</source>
        <translation>Search or command</translation>
    </message>
    <message>
        <source>Tab melengkapi</source>
        <translation>Tab completes</translation>
    </message>
    <message>
        <source>Enter: %1</source>
        <translation>Enter: %1</translation>
    </message>
    <message>
        <source>Perintah</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
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
        <source>Perintah dan tugas</source>
        <translation>Instructions and tasks</translation>
    </message>
    <message>
        <source>Pilih %1</source>
        <translation>Select %1</translation>
    </message>
    <message>
        <source>Buka %1 di daftar tempat</source>
        <translation>Open %1 in the list of places</translation>
    </message>
    <message>
        <source>Buka %1</source>
        <translation>Open %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>dapat diurungkan %1 detik</source>
        <translation>can be undone for %1 seconds</translation>
    </message>
    <message>
        <source>tugas [unit] [kejadian]</source>
        <translation>assign [unit] [incident]</translation>
    </message>
    <message>
        <source>status [unit] [status]</source>
        <translation>status [unit] [status]</translation>
    </message>
    <message>
        <source>terima [unit]</source>
        <translation>ack [unit]</translation>
    </message>
    <message>
        <source>lepas [unit]</source>
        <translation>release [unit]</translation>
    </message>
    <message>
        <source>tarik [unit] [alasan]</source>
        <translation>recall [unit] [reason]</translation>
    </message>
    <message>
        <source>ambil [kejadian]</source>
        <translation>take [incident]</translation>
    </message>
    <message>
        <source>verifikasi [kejadian]</source>
        <translation>verify [incident]</translation>
    </message>
    <message>
        <source>prio [kejadian] [p1–p4]</source>
        <translation>prio [incident] [p1–p4]</translation>
    </message>
    <message>
        <source>catat [kejadian] [kata-kata]</source>
        <translation>note [incident] [words]</translation>
    </message>
    <message>
        <source>gabung [kejadian] [ke kejadian]</source>
        <translation>merge [incident] [into incident]</translation>
    </message>
    <message>
        <source>pisah [kejadian]</source>
        <translation>unmerge [incident]</translation>
    </message>
    <message>
        <source>tutup [kejadian] [hasil]</source>
        <translation>close [incident] [result]</translation>
    </message>
    <message>
        <source>buka [kejadian]</source>
        <translation>reopen [incident]</translation>
    </message>
    <message>
        <source>jadwal [kejadian] [besok 08:00]</source>
        <translation>due [incident] [tomorrow 08:00]</translation>
    </message>
    <message>
        <source>tingkat [kejadian] [1–3] [alasan]</source>
        <translation>level [incident] [1–3] [reason]</translation>
    </message>
    <message>
        <source>rencana [jenis] @[tempat] [besok 08:00] [kata-kata]</source>
        <translation>plan [type] @[place] [tomorrow 08:00] [words]</translation>
    </message>
    <message>
        <source>taut [kejadian] [kejadian] [akibat, sebab, pelaku…]</source>
        <translation>link [incident] [incident] [effect, cause, person…]</translation>
    </message>
    <message>
        <source>lepastaut [kejadian] [kejadian]</source>
        <translation>unlink [incident] [incident]</translation>
    </message>
    <message>
        <source>110 [jenis] @[tempat] [kata-kata]</source>
        <translation>110 [type] @[place] [words]</translation>
    </message>
    <message>
        <source>lihat [kejadian, unit, cctv atau tempat]</source>
        <translation>show [incident, unit, cctv or place]</translation>
    </message>
    <message>
        <source>radio [unit] [kejadian] [jam]</source>
        <translation>radio [unit] [incident] [time]</translation>
    </message>
    <message>
        <source>ht [panggilan] [kata-kata]</source>
        <translation>ht [call sign] [words]</translation>
    </message>
    <message>
        <source>kentongan [kelurahan] rw [nomor] [kata-kata]</source>
        <translation>kentongan [kelurahan] rw [number] [words]</translation>
    </message>
    <message>
        <source>tutupjalan @[tempat] @[tempat] [alasan] sampai [jam]</source>
        <translation>closeroad @[place] @[place] [reason] until [time]</translation>
    </message>
    <message>
        <source>bukajalan [nama]</source>
        <translation>openroad [name]</translation>
    </message>
    <message>
        <source>dinding [nama tampilan]</source>
        <translation>wall [name of view]</translation>
    </message>
    <message>
        <source>p1 [kejadian]</source>
        <translation>p1 [incident]</translation>
    </message>
</context>
<context>
    <name>Conflict</name>
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
        <source>Tingkat alarm %1</source>
        <translation>Alarm level of %1</translation>
    </message>
    <message>
        <source>Tautan %1</source>
        <translation>Link of %1</translation>
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
        <source>Penerusan %1</source>
        <translation>Referral %1</translation>
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
        <source>sudah diteruskan ke %1</source>
        <translation>handed on to %1 already</translation>
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
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Data kembali mutakhir.</source>
        <translation>The data is up to date again.</translation>
    </message>
    <message>
        <source>TERSAMBUNG</source>
        <translation>CONNECTED</translation>
    </message>
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
        <translation>This computer&apos;s clock is %1 s ahead of the data centre.</translation>
    </message>
    <message>
        <source>Jam komputer ini %1 dtk lebih lambat dari pusat data.</source>
        <translation>This computer&apos;s clock is %1 s behind the data centre.</translation>
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
        <source>%1 (anak tetap terbuka: %2)</source>
        <translation>%1 (places that stay open: %2)</translation>
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
        <source>Mengapa %1 %2? Satu kata.</source>
        <translation>Why %1 %2? One word.</translation>
    </message>
    <message>
        <source>Balasan ke pelapor %1</source>
        <translation>Reply to the reporters of %1</translation>
    </message>
    <message>
        <source>Kirim</source>
        <translation>Send</translation>
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
        <source>Berdiri sendiri</source>
        <translation>Stands by itself</translation>
    </message>
    <message>
        <source>%1 anak dari</source>
        <translation>%1 is part of</translation>
    </message>
    <message>
        <source>Gabungkan %1 ke</source>
        <translation>Merge %1 into</translation>
    </message>
    <message>
        <source>mungkin sama</source>
        <translation>may be the same</translation>
    </message>
    <message>
        <source>Alarm %1 sekarang tingkat %2; menjadi</source>
        <translation>Alarm of %1 is at level %2; make it</translation>
    </message>
    <message>
        <source>Tingkat %1</source>
        <translation>Level %1</translation>
    </message>
    <message>
        <source>Alarm %1 ke tingkat %2: mengapa?</source>
        <translation>Alarm of %1 to level %2: why?</translation>
    </message>
    <message>
        <source>Tarik unit mana dari %1?</source>
        <translation>Call which unit off %1?</translation>
    </message>
    <message>
        <source>Tarik %1 dari %2: mengapa? Tetap merah sampai didengar.</source>
        <translation>Call %1 off %2: why? It stays red until heard.</translation>
    </message>
    <message>
        <source>Tarik</source>
        <translation>Call off</translation>
    </message>
    <message>
        <source>Alasan (wajib)</source>
        <translation>Reason (required)</translation>
    </message>
    <message>
        <source>Tarik %1</source>
        <translation>Call %1 off</translation>
    </message>
    <message>
        <source>%1 tetap</source>
        <translation>%1 stays</translation>
    </message>
    <message>
        <source>%1 belum menjawab %2, %3. Unit lain akan pergi: %1 ditarik?</source>
        <translation>%1 has not answered %2, %3. Another unit goes: call %1 off?</translation>
    </message>
    <message>
        <source>Alamat %1 yang benar; %2 unit harus mendengarnya</source>
        <translation>The right address of %1; %2 units must hear it</translation>
    </message>
    <message>
        <source>Betulkan</source>
        <translation>Correct</translation>
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
        <source>%1 tersimpan lokal</source>
        <translation>%1 kept locally</translation>
    </message>
    <message>
        <source>alarm tingkat %1</source>
        <translation>alarm level %1</translation>
    </message>
    <message>
        <source>unit boleh ditarik</source>
        <translation>units may be pulled</translation>
    </message>
    <message>
        <source>%1 kejadian lain di tempat ini</source>
        <translation>%1 other incidents at this place</translation>
    </message>
    <message>
        <source>Di tempat %1 juga ada</source>
        <translation>Also at the place of %1</translation>
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
        <source>Lihat %1</source>
        <translation>Show %1</translation>
    </message>
    <message>
        <source>Digabung ke %1 %2: tindakan berikutnya di sana</source>
        <translation>Merged into %1 %2: what comes next is done there</translation>
    </message>
    <message>
        <source>dan %1 gabungan lain</source>
        <translation>and %1 more merged</translation>
    </message>
    <message>
        <source>%1 kejadian digabung</source>
        <translation>%1 incidents merged</translation>
    </message>
    <message>
        <source>Terbaru: %1</source>
        <translation>Newest: %1</translation>
    </message>
    <message>
        <source>Teks perintah</source>
        <translation>Order text</translation>
    </message>
    <message>
        <source>Belum ada unit dipilih</source>
        <translation>No unit chosen yet</translation>
    </message>
    <message>
        <source>Pakai teks saran</source>
        <translation>Use suggested text</translation>
    </message>
    <message>
        <source>Salin</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Lokasi belum diketahui: seret unit dari papan ke kejadian</source>
        <translation>Place not known yet: drag a unit from the board to the incident</translation>
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
        <source>Prosedur %1</source>
        <translation>Procedure: %1</translation>
    </message>
    <message>
        <source>%1 dari %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Prosedur %1/%2</source>
        <translation>Procedure %1/%2</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Unitnya ditarik %1 kali ke kejadian lain: naikkan ke %2?</source>
        <translation>Its units were pulled %1 times to other incidents: raise to %2?</translation>
    </message>
    <message>
        <source>Coret catatan %1 yang mana?</source>
        <translation>Which note of %1 is to be struck?</translation>
    </message>
    <message>
        <source>%1 tidak punya catatan yang dapat dicoret</source>
        <translation>%1 has no note that can be struck</translation>
    </message>
    <message>
        <source>Coret “%1”: mengapa?</source>
        <translation>Strike “%1”: why?</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Yang benar? Kosongkan bila cukup dicoret.</source>
        <translation>What is right? Leave empty to strike only.</translation>
    </message>
    <message>
        <source>Coret</source>
        <translation>Strike</translation>
    </message>
    <message>
        <source>Coret catatan</source>
        <translation>Strike note</translation>
    </message>
    <message>
        <source>Belum didengar: %1</source>
        <translation>Not heard yet: %1</translation>
    </message>
    <message>
        <source>Tidak menjawab, tetap diperintah: %1, %2</source>
        <translation>Does not answer, still ordered: %1, %2</translation>
    </message>
    <message>
        <source>Belum terkirim ke perangkat: %1, %2</source>
        <translation>Not delivered to the device yet: %1, %2</translation>
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
</context>
<context>
    <name>Director</name>
    <message>
        <source>%1 setelah %2</source>
        <translation>%1 after %2</translation>
    </message>
    <message>
        <source>jika %1 %2 setelah %3</source>
        <translation>if %1 %2 after %3</translation>
    </message>
    <message>
        <source>jika %1 belum %2 setelah %3</source>
        <translation>if %1 not %2 after %3</translation>
    </message>
    <message>
        <source>%1 inject, %2 menunggu, %3 hilang</source>
        <translation>%1 injects, %2 waiting, %3 lost</translation>
    </message>
    <message>
        <source>Jeda</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Jalan</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>MEJA SUTRADARA</source>
        <translation>DIRECTOR&apos;S DESK</translation>
    </message>
    <message>
        <source>Saring inject</source>
        <translation>Filter injects</translation>
    </message>
    <message>
        <source>Sampaikan sekarang</source>
        <translation>Put in now</translation>
    </message>
    <message>
        <source>Lewati</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Laporan PDF dan XLSX</source>
        <translation>Report PDF and XLSX</translation>
    </message>
    <message>
        <source>Catatan atau isi inject, lalu Enter</source>
        <translation>Note or inject, then Enter</translation>
    </message>
    <message>
        <source>Kecepatan latihan</source>
        <translation>Speed of the exercise</translation>
    </message>
    <message>
        <source>Catat atau sampaikan</source>
        <translation>Note or put in</translation>
    </message>
    <message>
        <source>Catatan penilai</source>
        <translation>Evaluator&apos;s note</translation>
    </message>
    <message>
        <source>%1 menjadi %2, perintah %3 (%4)</source>
        <translation>%1 becomes %2, ordered by %3 (%4)</translation>
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
    <name>Doctor</name>
    <message>
        <source>Berkas bantuan: %1</source>
        <translation>Support file: %1</translation>
    </message>
    <message>
        <source>PERIKSA KOMPUTER INI</source>
        <translation>CHECK THIS MACHINE</translation>
    </message>
    <message>
        <source>Periksa komputer ini</source>
        <translation>Check this machine</translation>
    </message>
    <message>
        <source>Yang diperiksa</source>
        <translation>What is checked</translation>
    </message>
    <message>
        <source>Belum diperiksa.</source>
        <translation>Not checked yet.</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by words</translation>
    </message>
    <message>
        <source>Periksa lagi</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Simpan berkas bantuan</source>
        <translation>Save a support file</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Setelan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folders</translation>
    </message>
    <message>
        <source>Ruang cakram</source>
        <translation>Disk space</translation>
    </message>
    <message>
        <source>Penyimpan sandi</source>
        <translation>Keyring</translation>
    </message>
    <message>
        <source>Jendela</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Jam dan zona waktu</source>
        <translation>Clock and time zone</translation>
    </message>
    <message>
        <source>Pusat data</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Jam server</source>
        <translation>The server&apos;s clock</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Cadangan</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Kota</source>
        <translation>City</translation>
    </message>
    <message>
        <source>Sumber laporan</source>
        <translation>Sources of reports</translation>
    </message>
    <message>
        <source>Balasan ke sumber</source>
        <translation>Answers to sources</translation>
    </message>
    <message>
        <source>Kamera</source>
        <translation>Cameras</translation>
    </message>
    <message>
        <source>Direktori kamera</source>
        <translation>Camera directories</translation>
    </message>
    <message>
        <source>Relai kamera</source>
        <translation>Camera relay</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Saksi catatan</source>
        <translation>Witness of the log</translation>
    </message>
    <message>
        <source>Pembaruan program</source>
        <translation>Program updates</translation>
    </message>
    <message>
        <source>Setelan tidak dapat dipakai: {cause}</source>
        <translation>The settings cannot be used: {cause}</translation>
    </message>
    <message>
        <source>Komputer ini baru disiapkan sebagian.</source>
        <translation>The machine is only set up in part.</translation>
    </message>
    <message>
        <source>Tertulis tetapi tidak dipakai: {cause}</source>
        <translation>Said and not used: {cause}</translation>
    </message>
    <message>
        <source>Belum ada yang disetel di komputer ini; bawaan program yang dipakai.</source>
        <translation>Nothing is set on this machine; defaults are used.</translation>
    </message>
    <message>
        <source>Yang berlaku tertulis di {files}.</source>
        <translation>What counts stands in {files}.</translation>
    </message>
    <message>
        <source>Penyimpan sandi sistem menyimpan rahasia.</source>
        <translation>The system&apos;s keyring keeps secrets.</translation>
    </message>
    <message>
        <source>Komputer ini tidak punya penyimpan sandi.</source>
        <translation>This machine has no keyring that keeps secrets.</translation>
    </message>
    <message>
        <source>Tidak dapat ditulis: {names}.</source>
        <translation>Cannot be written: {names}.</translation>
    </message>
    <message>
        <source>Folder data, setelan, dan catatan dapat ditulis.</source>
        <translation>Data, settings and log can be written.</translation>
    </message>
    <message>
        <source>Sisa {free} untuk ruang, bukti, dan cadangan.</source>
        <translation>{free} are free for the room, evidence and backups.</translation>
    </message>
    <message>
        <source>Pustaka jendela tidak ada: {names}.</source>
        <translation>Libraries of the window are missing: {names}.</translation>
    </message>
    <message>
        <source>Tidak ada huruf terpasang, jadi tidak ada teks yang tampil.</source>
        <translation>No font is installed, so no text can be shown.</translation>
    </message>
    <message>
        <source>Tidak ada layar dari sini, jadi jendela tidak dapat dibuka.</source>
        <translation>No display is reached from here, so no window can open.</translation>
    </message>
    <message>
        <source>Layar, huruf, dan pustaka ada; kartu grafis tidak diperlukan.</source>
        <translation>Display, fonts and libraries are there; no graphics card is needed.</translation>
    </message>
    <message>
        <source>Zona waktu komputer ini bukan zona {city} ({zone}).</source>
        <translation>This machine&apos;s time zone is not that of {city} ({zone}).</translation>
    </message>
    <message>
        <source>Jam komputer ini tidak dijaga server waktu.</source>
        <translation>This machine&apos;s clock is not kept by a time server.</translation>
    </message>
    <message>
        <source>Zona waktu sesuai kota; jam dijaga server waktu.</source>
        <translation>The time zone is the city&apos;s; the clock is kept by a time server.</translation>
    </message>
    <message>
        <source>Zona waktu sesuai kota; siapa penjaga jam tidak disebut di sini.</source>
        <translation>The time zone is the city&apos;s; who keeps the clock is not told here.</translation>
    </message>
    <message>
        <source>{cause}</source>
        <translation>{cause}</translation>
    </message>
    <message>
        <source>Belum ada ruang.</source>
        <translation>There is no room yet.</translation>
    </message>
    <message>
        <source>Pusat data itu tidak berisi ruang.</source>
        <translation>The database holds no room.</translation>
    </message>
    <message>
        <source>Pusat data itu berisi ruang jenis lain ({kind}).</source>
        <translation>The database holds the other kind of room ({kind}).</translation>
    </message>
    <message>
        <source>Skema {revision} lebih lama daripada program ini.</source>
        <translation>Its schema {revision} is older than this program.</translation>
    </message>
    <message>
        <source>{name} menjawab, skema {revision}.</source>
        <translation>{name} answers, schema {revision}.</translation>
    </message>
    <message>
        <source>Ruang ada di komputer ini: tidak ada jam lain.</source>
        <translation>The room is on this machine: there is no other clock.</translation>
    </message>
    <message>
        <source>Server menjawab terlalu lambat untuk membandingkan jam.</source>
        <translation>The server answers too slowly to compare clocks.</translation>
    </message>
    <message>
        <source>Jam komputer ini {seconds} detik lebih cepat daripada jam server.</source>
        <translation>This machine&apos;s clock is {seconds} s ahead of the server&apos;s.</translation>
    </message>
    <message>
        <source>Jam komputer ini {seconds} detik lebih lambat daripada jam server.</source>
        <translation>This machine&apos;s clock is {seconds} s behind the server&apos;s.</translation>
    </message>
    <message>
        <source>Jam komputer ini dan jam server sama.</source>
        <translation>This machine&apos;s clock and the server&apos;s agree.</translation>
    </message>
    <message>
        <source>Ruang punya administrator.</source>
        <translation>The room has an administrator.</translation>
    </message>
    <message>
        <source>Tidak ada yang boleh menambah orang di ruang ini.</source>
        <translation>Nobody may add people to the room.</translation>
    </message>
    <message>
        <source>Belum ada cadangan ruang yang baik.</source>
        <translation>No good backup of the room is known.</translation>
    </message>
    <message>
        <source>Cadangan baik terakhir berumur {hours} jam.</source>
        <translation>The last good backup is {hours} hours old.</translation>
    </message>
    <message>
        <source>Cadangan terakhir bertanggal di masa depan.</source>
        <translation>The last backup bears a time that is still to come.</translation>
    </message>
    <message>
        <source>Data kota tidak terbaca: {reason}.</source>
        <translation>The city cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>{name} tanpa batas wilayah; wilayah hanya dikira-kira.</source>
        <translation>{name} has no boundaries, so areas are only guessed.</translation>
    </message>
    <message>
        <source>{name}, dengan batas wilayah.</source>
        <translation>{name}, with boundaries.</translation>
    </message>
    <message>
        <source>Belum ada sumber laporan; telepon tetap dapat diketik.</source>
        <translation>No source of reports is connected; calls can be typed.</translation>
    </message>
    <message>
        <source>Tidak terjangkau: {names}.</source>
        <translation>Not reached: {names}.</translation>
    </message>
    <message>
        <source>Belum pernah terdengar: {names}.</source>
        <translation>Never heard of: {names}.</translation>
    </message>
    <message>
        <source>{count} tersambung, semua terdengar.</source>
        <translation>{count} connected, all heard.</translation>
    </message>
    <message>
        <source>Balasan tidak dapat dikirim ke: {names}. Alamatnya bukan https, atau tidak termasuk tujuan pesan keluar.</source>
        <translation>Answers cannot go to: {names}. Their address is not https, or messages out may not go there.</translation>
    </message>
    <message>
        <source>Tujuan balasan tidak ditemukan: {names}.</source>
        <translation>Hosts that answers go to are not found: {names}.</translation>
    </message>
    <message>
        <source>Balasan pergi ke alamat yang disebut sumbernya.</source>
        <translation>Answers go where a source says.</translation>
    </message>
    <message>
        <source>Balasan pergi ke {count} host yang disebut, semua ditemukan.</source>
        <translation>Answers go to {count} named hosts, all found.</translation>
    </message>
    <message>
        <source>Ruang belum punya kamera.</source>
        <translation>The room has no camera.</translation>
    </message>
    <message>
        <source>Tidak satu pun alamat kamera ditemukan: {names}.</source>
        <translation>No address of the cameras is found: {names}.</translation>
    </message>
    <message>
        <source>Sebagian alamat tidak ditemukan: {names}.</source>
        <translation>Some addresses are not found: {names}.</translation>
    </message>
    <message>
        <source>{count} kamera; contoh alamatnya ditemukan.</source>
        <translation>{count} cameras; a sample of their addresses is found.</translation>
    </message>
    <message>
        <source>Tidak ada direktori kamera yang diberikan kepada komputer ini.</source>
        <translation>No camera directory is granted to this machine.</translation>
    </message>
    <message>
        <source>Kunci direktori kamera tidak ada di penyimpan sandi: {names}.</source>
        <translation>The keys of camera directories are not in the keyring: {names}.</translation>
    </message>
    <message>
        <source>Sertifikat direktori kamera tidak terbaca: {names}.</source>
        <translation>The certificates of camera directories cannot be read: {names}.</translation>
    </message>
    <message>
        <source>Host direktori kamera tidak ditemukan: {names}.</source>
        <translation>The hosts of camera directories are not found: {names}.</translation>
    </message>
    <message>
        <source>{count} diberikan, lengkap dengan yang diperlukan.</source>
        <translation>{count} granted, with what they need.</translation>
    </message>
    <message>
        <source>Komputer ini membaca kamera sendiri.</source>
        <translation>This machine reads the cameras itself.</translation>
    </message>
    <message>
        <source>Relai {address} menjawab dan mengenal tokennya.</source>
        <translation>The relay {address} answers and knows the token.</translation>
    </message>
    <message>
        <source>Relai {address} tidak menjawab.</source>
        <translation>The relay {address} does not answer.</translation>
    </message>
    <message>
        <source>Relai {address} menolak token komputer ini.</source>
        <translation>The relay {address} does not take this machine&apos;s token.</translation>
    </message>
    <message>
        <source>Relai {address} disetel, tetapi tokennya tidak ada di komputer ini.</source>
        <translation>The relay {address} is set, its token is not on this machine.</translation>
    </message>
    <message>
        <source>Yang menjawab di {address} bukan relai program ini.</source>
        <translation>What answers at {address} is no relay of this program.</translation>
    </message>
    <message>
        <source>Sertifikat relai {address} tidak dipercaya komputer ini.</source>
        <translation>This machine does not trust the certificate of the relay {address}.</translation>
    </message>
    <message>
        <source>Sumber tidak mengirim ke komputer ini.</source>
        <translation>Sources do not send to this machine.</translation>
    </message>
    <message>
        <source>{listen}, hanya untuk komputer ini.</source>
        <translation>{listen}, for this machine alone.</translation>
    </message>
    <message>
        <source>Sertifikat gateway berakhir pada {day}.</source>
        <translation>The certificate of the gateway ended on {day}.</translation>
    </message>
    <message>
        <source>Sertifikat gateway akan berakhir pada {day}.</source>
        <translation>The certificate of the gateway ends on {day}.</translation>
    </message>
    <message>
        <source>{listen}, sertifikatnya berlaku sampai {day}.</source>
        <translation>{listen}, its certificate is good until {day}.</translation>
    </message>
    <message>
        <source>Yang dilihat dari catatan disimpan di komputer ini saja.</source>
        <translation>What is seen of the log is kept on this machine only.</translation>
    </message>
    <message>
        <source>{folder} tidak ada atau tidak dapat ditulis.</source>
        <translation>{folder} is not there or cannot be written.</translation>
    </message>
    <message>
        <source>{folder} dapat ditulis.</source>
        <translation>{folder} can be written.</translation>
    </message>
    <message>
        <source>Program ini tidak dipasang sebagai paket; tidak ada yang memperbaruinya.</source>
        <translation>This program was not installed as a package; nothing updates it.</translation>
    </message>
    <message>
        <source>Asal versi baru belum disetel.</source>
        <translation>Nothing says where newer versions come from.</translation>
    </message>
    <message>
        <source>{source} menjawab.</source>
        <translation>{source} answers.</translation>
    </message>
    <message>
        <source>Tanda tangan di {source} berakhir pada {day}; sesudah itu tidak ada yang diambil darinya.</source>
        <translation>The signatures at {source} run out on {day}; later nothing is taken from it.</translation>
    </message>
    <message>
        <source>{source} menjawab, tanda tangannya berlaku sampai {day}.</source>
        <translation>{source} answers, its signatures are good until {day}.</translation>
    </message>
    <message>
        <source>Belum diperiksa: ruang belum ada.</source>
        <translation>Not looked at: there is no room yet.</translation>
    </message>
    <message>
        <source>Belum diperiksa: ruang tidak menjawab.</source>
        <translation>Not looked at: the room does not answer.</translation>
    </message>
    <message>
        <source>Perbaiki {file}, atau pindahkan lalu siapkan komputer ini dari awal.</source>
        <translation>Correct {file}, or move it away and set the machine up anew.</translation>
    </message>
    <message>
        <source>Buka program: halaman penyiapan berlanjut dari tempat terakhir.</source>
        <translation>Start the program: the guided page goes on where it was left.</translation>
    </message>
    <message>
        <source>Perbaiki di sana; halaman Pengaturan menyebut apa yang berlaku.</source>
        <translation>Correct it there; the page of settings says what counts instead.</translation>
    </message>
    <message>
        <source>Buka program dan ikuti halaman penyiapan.</source>
        <translation>Start the program and follow the guided page.</translation>
    </message>
    <message>
        <source>Pasang satu, misalnya gnome-keyring, atau simpan kata sandi di ~/.pgpass untuk Anda saja.</source>
        <translation>Install one, such as gnome-keyring, or keep passwords in ~/.pgpass for you alone.</translation>
    </message>
    <message>
        <source>Jalankan layanan Credential Manager (VaultSvc), atau simpan kata sandi di %APPDATA%\postgresql\pgpass.conf.</source>
        <translation>Start the service Credential Manager (VaultSvc), or keep passwords in %APPDATA%\postgresql\pgpass.conf.</translation>
    </message>
    <message>
        <source>Berikan folder itu kepada akun ini: chown -R dan chmod u+rwx.</source>
        <translation>Give this account the folder: chown -R and chmod u+rwx.</translation>
    </message>
    <message>
        <source>Beri akun ini hak mengubahnya: Properties, Security.</source>
        <translation>Give this account the right to change it: Properties, Security.</translation>
    </message>
    <message>
        <source>Kosongkan ruang, atau pindahkan folder data ke cakram yang lebih besar.</source>
        <translation>Free some space, or move the data folder to a larger disk.</translation>
    </message>
    <message>
        <source>Pasang lewat paket sistem, atau pasang Pusat Komando dari paketnya.</source>
        <translation>Install them with the system&apos;s packages, or install Pusat Komando by its package.</translation>
    </message>
    <message>
        <source>Pasang satu, misalnya fonts-inter atau fonts-dejavu-core.</source>
        <translation>Install one, such as fonts-inter or fonts-dejavu-core.</translation>
    </message>
    <message>
        <source>Di server memang begitu; di meja operator, buka program dari desktop.</source>
        <translation>On a server that is as it should be; on a seat, start it from the desktop.</translation>
    </message>
    <message>
        <source>timedatectl set-timezone {zone}</source>
        <translation>timedatectl set-timezone {zone}</translation>
    </message>
    <message>
        <source>Di Settings Windows, Date and time: pilih zona {offset}.</source>
        <translation>In the Settings of Windows, Date and time: choose the zone of {offset}.</translation>
    </message>
    <message>
        <source>timedatectl set-ntp true, dengan server waktu yang terjangkau dari sini.</source>
        <translation>timedatectl set-ntp true, with a time server that is reached from here.</translation>
    </message>
    <message>
        <source>Periksa alamat dan servernya, lalu periksa lagi.</source>
        <translation>Check the address and the server, then check again.</translation>
    </message>
    <message>
        <source>Buka program dan ikuti halaman penyiapan, atau command-center db init.</source>
        <translation>Start the program and follow the guided page, or command-center db init.</translation>
    </message>
    <message>
        <source>Jalankan command-center db init.</source>
        <translation>Run command-center db init.</translation>
    </message>
    <message>
        <source>Sebut pusat data lain di Pengaturan.</source>
        <translation>Name another database in the settings.</translation>
    </message>
    <message>
        <source>Pemilik server menjalankan command-center db upgrade; ruang dalam berkas diperbarui saat dibuka.</source>
        <translation>Its owner runs command-center db upgrade; a file is upgraded when it is opened.</translation>
    </message>
    <message>
        <source>Periksa jaringan.</source>
        <translation>Look at the network.</translation>
    </message>
    <message>
        <source>Pakai server waktu yang sama untuk keduanya.</source>
        <translation>Let both be kept by the same time server.</translation>
    </message>
    <message>
        <source>Pemilik server menjalankan command-center db init.</source>
        <translation>The server&apos;s owner runs command-center db init.</translation>
    </message>
    <message>
        <source>Buka program: ia akan menanyakannya.</source>
        <translation>Start the program: it asks for one.</translation>
    </message>
    <message>
        <source>Jalankan command-center db backup; pemilik server menjadwalkannya.</source>
        <translation>Run command-center db backup; a server&apos;s owner puts it into a schedule.</translation>
    </message>
    <message>
        <source>Jalankan command-center db backup dan cari mengapa tidak dibuat sendiri.</source>
        <translation>Run command-center db backup and see why it is not made by itself.</translation>
    </message>
    <message>
        <source>Periksa semua jam.</source>
        <translation>Check the clocks.</translation>
    </message>
    <message>
        <source>Setel kota yang ada, atau pasang program lagi.</source>
        <translation>Set a city that is there, or install the program anew.</translation>
    </message>
    <message>
        <source>command-center import boundaries BERKAS</source>
        <translation>command-center import boundaries FILE</translation>
    </message>
    <message>
        <source>command-center source add ID URL</source>
        <translation>command-center source add ID URL</translation>
    </message>
    <message>
        <source>command-center source list, lalu periksa alamat dan jaringannya.</source>
        <translation>command-center source list, then look at their address and network.</translation>
    </message>
    <message>
        <source>Buka ruang atau command-center intake, lalu minta mereka mengirim.</source>
        <translation>Open the room or command-center intake, and let them send.</translation>
    </message>
    <message>
        <source>Perbaiki tujuan pesan keluar di Pengaturan, atau alamat balasan sumbernya.</source>
        <translation>Correct where messages out may go in the settings, or the source&apos;s address for answers.</translation>
    </message>
    <message>
        <source>Periksa jaringan dan server nama komputer ini.</source>
        <translation>Look at this machine&apos;s network and name server.</translation>
    </message>
    <message>
        <source>command-center import cameras BERKAS</source>
        <translation>command-center import cameras FILE</translation>
    </message>
    <message>
        <source>Tanyakan kepada pemilik kamera itu.</source>
        <translation>Ask the owner of those cameras.</translation>
    </message>
    <message>
        <source>Perbaiki directories.toml di sebelah setelan.</source>
        <translation>Correct directories.toml beside the settings.</translation>
    </message>
    <message>
        <source>command-center cameras access NAMA --url URL --key-header NAMA menanyakan kuncinya.</source>
        <translation>command-center cameras access NAME --url URL --key-header NAME asks for the key.</translation>
    </message>
    <message>
        <source>Kembalikan berkasnya, atau sebut yang lain dengan command-center cameras access --ca-file.</source>
        <translation>Put the file back, or name another with command-center cameras access --ca-file.</translation>
    </message>
    <message>
        <source>command-center relay --keep-token menanyakan token milik relai.</source>
        <translation>command-center relay --keep-token asks for the one that the relay has.</translation>
    </message>
    <message>
        <source>Jalankan command-center relay di sana, dan periksa jaringan di antaranya.</source>
        <translation>Start command-center relay there, and look at the network in between.</translation>
    </message>
    <message>
        <source>Perbaiki alamat relai di Pengaturan.</source>
        <translation>Correct the relay&apos;s address in the settings.</translation>
    </message>
    <message>
        <source>Sebut sertifikat penerbitnya pada Sertifikat kamera di Pengaturan, atau perbarui sertifikat relai.</source>
        <translation>Name the certificate of who issued it under Certificates of cameras in the settings, or renew the relay&apos;s certificate.</translation>
    </message>
    <message>
        <source>Perbaiki gerbang, sertifikat, dan kuncinya di Pengaturan.</source>
        <translation>Correct the gateway, its certificate and its key in the settings.</translation>
    </message>
    <message>
        <source>Minta yang baru dan taruh berkasnya di tempat yang sama.</source>
        <translation>Have it renewed and put the new file in its place.</translation>
    </message>
    <message>
        <source>Setel saksi catatan ke folder di jaringan atau flashdisk.</source>
        <translation>Set the witness of the log to a folder on a share or a stick.</translation>
    </message>
    <message>
        <source>Sambungkan, atau setel saksi catatan ke folder lain.</source>
        <translation>Connect it, or set the witness of the log to another folder.</translation>
    </message>
    <message>
        <source>Lalu periksa sumbernya di Pembaruan program.</source>
        <translation>Then look at the source under Program updates.</translation>
    </message>
    <message>
        <source>Setel asal versi baru ke folder atau https://HOST/JALUR, atau bawa dengan flashdisk.</source>
        <translation>Set where newer versions come from: a folder or https://HOST/PATH; a stick does, too.</translation>
    </message>
    <message>
        <source>Minta salinan baru kepada pembuat rilis.</source>
        <translation>Ask the release maker for a fresh copy.</translation>
    </message>
    <message>
        <source>Siapkan ruang dahulu.</source>
        <translation>Set the room up first.</translation>
    </message>
    <message>
        <source>Perbaiki pusat data dahulu.</source>
        <translation>Repair the database first.</translation>
    </message>
    <message>
        <source>baik</source>
        <translation>well</translation>
    </message>
    <message>
        <source>perlu perhatian</source>
        <translation>needs attention</translation>
    </message>
    <message>
        <source>rusak</source>
        <translation>broken</translation>
    </message>
    <message>
        <source>%1 rusak, %2 perlu perhatian, %3 baik.</source>
        <translation>%1 broken, %2 need attention, %3 well.</translation>
    </message>
    <message>
        <source>Memeriksa komputer ini …</source>
        <translation>Looking at this machine …</translation>
    </message>
    <message>
        <source>Membaca setelan tanpa rahasia …</source>
        <translation>Reading settings without secrets …</translation>
    </message>
    <message>
        <source>Membaca catatan program …</source>
        <translation>Reading the program&apos;s log …</translation>
    </message>
    <message>
        <source>Menulis berkas bantuan …</source>
        <translation>Writing the support file …</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Ganda?</source>
        <translation>Same?</translation>
    </message>
    <message>
        <source>Bukan</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Kejadian lain</source>
        <translation>Another incident</translation>
    </message>
    <message>
        <source>Sama dengan %1</source>
        <translation>Same as %1</translation>
    </message>
    <message>
        <source>Induk: %1</source>
        <translation>Part of: %1</translation>
    </message>
    <message>
        <source>Anak: %1</source>
        <translation>Places: %1</translation>
    </message>
    <message>
        <source>%1 laporan lain di sini</source>
        <translation>Other reports here: %1</translation>
    </message>
    <message>
        <source>Pisahkan</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>Menjadi kejadian sendiri untuk seterusnya. Unit dan catatan tetap di sini; balasan yang sudah terkirim kepada pelapor ini dikoreksi.</source>
        <translation>Becomes an incident of its own for good. Units and notes stay here; replies already sent to this reporter are corrected.</translation>
    </message>
    <message>
        <source>Tinjauan kedua: %1 pasangan</source>
        <translation>Second look: %1 pairs</translation>
    </message>
    <message>
        <source>%1 mungkin sama dengan %2 · %3</source>
        <translation>%1 may be the same as %2 · %3</translation>
    </message>
    <message>
        <source>Gabung</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Bukan, kejadian lain</source>
        <translation>No, something else</translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>Look</translation>
    </message>
</context>
<context>
    <name>Early</name>
    <message>
        <source>Masa belajar: riwayat ruang ini belum dihitung; belum ada yang berbunyi.</source>
        <translation>Learning: this room&apos;s history has not been reckoned yet; nothing rings.</translation>
    </message>
    <message>
        <source>Masa belajar: %1 dari %2 hari dikenal (%3); belum ada yang berbunyi.</source>
        <translation>Learning: %1 of %2 days known (%3); nothing rings yet.</translation>
    </message>
    <message>
        <source>Ambang dihitung dari %1 hari terakhir, %2.</source>
        <translation>Thresholds reckoned from the last %1 days, %2.</translation>
    </message>
    <message>
        <source>Apa</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Di mana, sejak</source>
        <translation>Where, since</translation>
    </message>
    <message>
        <source>Karena kebetulan saja</source>
        <translation>By chance alone</translation>
    </message>
    <message>
        <source>Diperkirakan nyata</source>
        <translation>Expected to be real</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>tidak lagi di jendela ini</source>
        <translation>no longer in this window</translation>
    </message>
    <message>
        <source>Mengapa %1 wajar? Wilayah dan jenis ini tidak diperingatkan lagi 24 jam.</source>
        <translation>Why is %1 as usual? This area and kind are not warned of again for 24 hours.</translation>
    </message>
    <message>
        <source>Wajar</source>
        <translation>As usual</translation>
    </message>
    <message>
        <source>mis. karnaval, pasar malam</source>
        <translation>e.g. carnival, night market</translation>
    </message>
    <message>
        <source>PERINGATAN DINI</source>
        <translation>EARLY WARNINGS</translation>
    </message>
    <message>
        <source>Peringatan dini</source>
        <translation>Early warnings</translation>
    </message>
    <message>
        <source>Peringatan</source>
        <translation>Warnings</translation>
    </message>
    <message>
        <source>Kejadian yang menjadi bukti</source>
        <translation>Incidents that are the evidence</translation>
    </message>
    <message>
        <source>Tidak ada yang menonjol. Yang kecil pun dihitung sejak masuk.</source>
        <translation>Nothing stands out. Small things, too, are counted from when they come in.</translation>
    </message>
    <message>
        <source>Tindak lanjuti</source>
        <translation>Follow up</translation>
    </message>
    <message>
        <source>Amati 4 jam</source>
        <translation>Watch 4 hours</translation>
    </message>
    <message>
        <source>Wajar …</source>
        <translation>As usual …</translation>
    </message>
    <message>
        <source>tindak lanjuti</source>
        <translation>follow up</translation>
    </message>
    <message>
        <source>amati</source>
        <translation>watch</translation>
    </message>
    <message>
        <source>wajar</source>
        <translation>as usual</translation>
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
        <source>biasanya kurang dari sekali setahun</source>
        <translation>usually less than once a year</translation>
    </message>
    <message>
        <source>biasanya sekali dalam %1 hari</source>
        <translation>usually once in %1 days</translation>
    </message>
    <message>
        <source>≤ 1× setahun</source>
        <translation>≤ 1× a year</translation>
    </message>
    <message>
        <source>1× dalam %1 hari</source>
        <translation>1× in %1 days</translation>
    </message>
    <message>
        <source>%1 kejadian, yang terbaru di atas</source>
        <translation>%1 incidents, the newest on top</translation>
    </message>
    <message>
        <source>seluruh kota</source>
        <translation>the whole city</translation>
    </message>
    <message>
        <source>%1 dan sekitar</source>
        <translation>%1 and around it</translation>
    </message>
    <message>
        <source>%1 kejadian dalam %2, yang lazim %3</source>
        <translation>%1 incidents within %2, usual is %3</translation>
    </message>
    <message>
        <source>wajar: %1</source>
        <translation>as usual: %1</translation>
    </message>
    <message>
        <source>berakhir %1</source>
        <translation>over at %1</translation>
    </message>
    <message>
        <source>menunggu penilaian</source>
        <translation>waits to be judged</translation>
    </message>
    <message>
        <source>diamati sampai %1</source>
        <translation>watched until %1</translation>
    </message>
    <message>
        <source>ditindaklanjuti</source>
        <translation>being followed up</translation>
    </message>
    <message>
        <source>Dari 100 peringatan sekuat ini diperkirakan %1 nyata, bila kejadian nyata datang sekali dalam %2 hari dan %3 dari 100 tampak sekuat ini.</source>
        <translation>Of 100 warnings this strong some %1 are expected to be real, if a real one comes once in %2 days and %3 of 100 look this strong.</translation>
    </message>
    <message>
        <source>Masa belajar: ruang ini belum cukup mengenal hari biasanya; tidak berbunyi.</source>
        <translation>Learning: this room does not know its usual days well enough; it does not ring.</translation>
    </message>
    <message>
        <source>Membunyikan alarm sampai dinilai.</source>
        <translation>Rings until it is judged.</translation>
    </message>
    <message>
        <source>Di bawah %1 dari 100: hanya diamati, tidak berbunyi.</source>
        <translation>Below %1 of 100: only watched, it does not ring.</translation>
    </message>
    <message>
        <source>deteksi dini: %1, %2</source>
        <translation>early detection: %1, %2</translation>
    </message>
</context>
<context>
    <name>Election</name>
    <message>
        <source>diam sejak %1</source>
        <translation>silent since %1</translation>
    </message>
    <message>
        <source>%1 belum dilaporkan, jatuh tempo %2</source>
        <translation>%1 not reported, due %2</translation>
    </message>
    <message>
        <source>belum ada kabar sejak %1</source>
        <translation>nothing told since %1</translation>
    </message>
    <message>
        <source>dicoret · </source>
        <translation>struck · </translation>
    </message>
    <message>
        <source>TPS DIAM · %1</source>
        <translation>SILENT · %1</translation>
    </message>
    <message>
        <source>KABAR TERAKHIR</source>
        <translation>TOLD LAST</translation>
    </message>
    <message>
        <source>KABAR %1</source>
        <translation>TOLD BY %1</translation>
    </message>
    <message>
        <source>Belum ada TPS pemilu ini; impor di Ctrl+O.</source>
        <translation>No polling stations of this election yet; import at Ctrl+O.</translation>
    </message>
    <message>
        <source>Belum ada kabar.</source>
        <translation>Nothing told yet.</translation>
    </message>
    <message>
        <source>Tidak ada TPS yang diam.</source>
        <translation>No polling station is silent.</translation>
    </message>
    <message>
        <source>Keadaan TPS menurut kelurahan</source>
        <translation>Polling stations by kelurahan</translation>
    </message>
    <message>
        <source>TPS diam atau kabar TPS</source>
        <translation>Silent polling stations, or what was told</translation>
    </message>
    <message>
        <source>Kabar TPS, satu baris satu kabar</source>
        <translation>What polling stations tell, one a line</translation>
    </message>
    <message>
        <source>TPS 12 {area} AMAN · tempel banyak baris · Enter menyimpan</source>
        <translation>TPS 12 {area} AMAN · paste many lines · Enter saves</translation>
    </message>
    <message>
        <source>Tulis kabar</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Kabar TPS ini</source>
        <translation>Tell of this one</translation>
    </message>
    <message>
        <source>TPS diam</source>
        <translation>Silent</translation>
    </message>
    <message>
        <source>Kabar</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>Coret</source>
        <translation>Strike</translation>
    </message>
    <message>
        <source>Kabar hari itu tidak dimuat.</source>
        <translation>The messages of that day are not loaded.</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>lewat jadwal</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>jadwal %1</source>
        <translation>due %1</translation>
    </message>
    <message>
        <source>diterima %1</source>
        <translation>received by %1</translation>
    </message>
    <message>
        <source>%1: %2 sekarang?</source>
        <translation>%1: %2 now?</translation>
    </message>
    <message>
        <source>%1 diserahkan kepada siapa?</source>
        <translation>To whom was %1 handed over?</translation>
    </message>
    <message>
        <source>Apa (mis. kotak suara satu kecamatan)</source>
        <translation>What (e.g. ballot boxes of a kecamatan)</translation>
    </message>
    <message>
        <source>Dari</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Ke</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Pengawal (satuan, jumlah)</source>
        <translation>Escort (unit, number)</translation>
    </message>
    <message>
        <source>Berangkat (hh-bb-tttt jj.mm)</source>
        <translation>Leaves (dd-mm-yyyy hh.mm)</translation>
    </message>
    <message>
        <source>Belum ada kawal logistik. Tambah (Ins).</source>
        <translation>No ballot escorts yet. Add one (Ins).</translation>
    </message>
    <message>
        <source>Kawal logistik</source>
        <translation>Ballot escorts</translation>
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
        <source>Langkah</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Ploting berlaku: %1 kelompok, %2 orang; kurang %3 di %4</source>
        <translation>Posting in force: %1 groups, %2 people; %3 short at %4</translation>
    </message>
    <message>
        <source>Menghitung ploting …</source>
        <translation>Working out the posting …</translation>
    </message>
    <message>
        <source>Tulis papan ploting sebagai apa?</source>
        <translation>Write the posting board as what?</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Buku kerja XLSX</source>
        <translation>XLSX workbook</translation>
    </message>
    <message>
        <source>Bila polisi kurang, apakah TNI mengisi posnya?</source>
        <translation>Where police are short, may TNI take their posts?</translation>
    </message>
    <message>
        <source>Tidak</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Ya</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Tetapkan? %1. Ploting yang berlaku diganti seluruhnya.</source>
        <translation>Adopt? %1. It replaces the posting in force.</translation>
    </message>
    <message>
        <source>Tetapkan</source>
        <translation>Adopt</translation>
    </message>
    <message>
        <source>Orang (0 = tarik)</source>
        <translation>People (0 = take away)</translation>
    </message>
    <message>
        <source>Satuan</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Tidak ada kelompok yang kekurangan.</source>
        <translation>No group is short.</translation>
    </message>
    <message>
        <source>Belum ada ploting. Isi pola (P), lalu hitung (H).</source>
        <translation>No posting yet. Fill in the pattern (P), then work it out (H).</translation>
    </message>
    <message>
        <source>Semua kelompok</source>
        <translation>All groups</translation>
    </message>
    <message>
        <source>Pola</source>
        <translation>Pattern</translation>
    </message>
    <message>
        <source>Hitung</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Hanya kekurangan</source>
        <translation>Shortages only</translation>
    </message>
    <message>
        <source>Ubah ploting</source>
        <translation>Change the posting</translation>
    </message>
    <message>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Buang usulan</source>
        <translation>Drop the offer</translation>
    </message>
    <message>
        <source>Papan ploting</source>
        <translation>Posting board</translation>
    </message>
    <message>
        <source>▲ Ggn</source>
        <translation>▲ Trb</translation>
    </message>
    <message>
        <source>◌ Diam</source>
        <translation>◌ Silent</translation>
    </message>
    <message>
        <source>gangguan %1, diam %2</source>
        <translation>trouble %1, silent %2</translation>
    </message>
    <message>
        <source>Kelurahan · TPS</source>
        <translation>Kelurahan · TPS</translation>
    </message>
    <message>
        <source>%1: %2 diploting, hanya ada %3 orang; kurangi (Return).</source>
        <translation>%1: %2 posted, only %3 people there; reduce (Return).</translation>
    </message>
    <message>
        <source>%1 (ditarik)</source>
        <translation>%1 (withdrawn)</translation>
    </message>
    <message>
        <source>%1 · kurang %2</source>
        <translation>%1 · short of %2</translation>
    </message>
    <message>
        <source>belum ada orang</source>
        <translation>nobody yet</translation>
    </message>
    <message>
        <source>%1 kelompok; polisi %2 dari %3, linmas %4 dari %5</source>
        <translation>%1 groups; police %2 of %3, linmas %4 of %5</translation>
    </message>
    <message>
        <source>kurang %1 orang di %2 kelompok</source>
        <translation>%1 people short in %2 groups</translation>
    </message>
    <message>
        <source>sekali jalan %1 km (batas bawah %2 km), terjauh %3 km</source>
        <translation>%1 km one way (lower bound %2 km), farthest %3 km</translation>
    </message>
    <message>
        <source>Usulan, belum ditetapkan: T menetapkan, Esc membuang.</source>
        <translation>An offer, not adopted: T adopts it, Esc drops it.</translation>
    </message>
    <message>
        <source>Dengan penilaian untuk %1.</source>
        <translation>With the judgements for %1.</translation>
    </message>
    <message>
        <source>%1 TPS belum dinilai; dihitung sebagai %2.</source>
        <translation>%1 polling stations not rated; counted as %2.</translation>
    </message>
    <message>
        <source>%1 TPS tanpa pola (%2): tidak diploting.</source>
        <translation>%1 polling stations without a pattern (%2): not posted.</translation>
    </message>
    <message>
        <source>%1 TPS tanpa titik: tidak diploting.</source>
        <translation>%1 polling stations without a point: not posted.</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok dengan saringan.</source>
        <translation>Nothing fits the filter.</translation>
    </message>
    <message>
        <source>Coret %1? Tetap ada di log.</source>
        <translation>Strike %1? It stays in the log.</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by words</translation>
    </message>
    <message>
        <source>PENGAMANAN PEMILU</source>
        <translation>ELECTION SECURITY</translation>
    </message>
    <message>
        <source>Pengamanan pemilu</source>
        <translation>Election security</translation>
    </message>
    <message>
        <source>Pemilu</source>
        <translation>Election</translation>
    </message>
    <message>
        <source>Hari TPS</source>
        <translation>Polling day</translation>
    </message>
    <message>
        <source>Ploting</source>
        <translation>Posting</translation>
    </message>
    <message>
        <source>Kekuatan</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Tahapan</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>Ambil dari</source>
        <translation>Take from</translation>
    </message>
    <message>
        <source>Sumber</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>pola sendiri</source>
        <translation>our own pattern</translation>
    </message>
    <message>
        <source>Pola belum diisi (P).</source>
        <translation>No pattern yet (P).</translation>
    </message>
    <message>
        <source>Pola polisi-TPS-linmas: %1 · versi %2 · sumber: %3</source>
        <translation>Pattern police-stations-linmas: %1 · version %2 · source: %3</translation>
    </message>
    <message>
        <source>%1 orang</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>%1 diploting</source>
        <translation>%1 posted</translation>
    </message>
    <message>
        <source>%1 diploting, %2 lebih dari yang ada</source>
        <translation>%1 posted, %2 more than there are</translation>
    </message>
    <message>
        <source>%1 orang: </source>
        <translation>%1 people: </translation>
    </message>
    <message>
        <source>Berkas CSV atau XLSX kekuatan mana? Tulis jalurnya.</source>
        <translation>Which CSV or XLSX file of people? Type its path.</translation>
    </message>
    <message>
        <source>Baca</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Tarik %1 dari daftar kekuatan?</source>
        <translation>Withdraw %1 from the people there are?</translation>
    </message>
    <message>
        <source>Tarik</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Nama satuan</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Unsur</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>Kekuatan (orang)</source>
        <translation>Strength (people)</translation>
    </message>
    <message>
        <source>Pangkalan (kelurahan)</source>
        <translation>Home (kelurahan)</translation>
    </message>
    <message>
        <source>Lintang, bujur</source>
        <translation>Latitude, longitude</translation>
    </message>
    <message>
        <source>… dan %1 lagi</source>
        <translation>… and %1 more</translation>
    </message>
    <message>
        <source>Simpan %1 satuan, %2 baris salah tidak ikut? Sumber daftar:</source>
        <translation>Save %1 rows and leave out %2 wrong ones? Source of the list:</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Belum ada kekuatan. Tambah (Ins) atau impor (O).</source>
        <translation>No people yet. Add (Ins) or import (O).</translation>
    </message>
    <message>
        <source>Daftar kekuatan</source>
        <translation>List of people</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Mulai (tttt-bb-hh)</source>
        <translation>Begins (yyyy-mm-dd)</translation>
    </message>
    <message>
        <source>Sampai (tttt-bb-hh)</source>
        <translation>Until (yyyy-mm-dd)</translation>
    </message>
    <message>
        <source>Belum ada tahapan. Ambil dari PKPU (K) atau tambah (Ins).</source>
        <translation>No stages yet. Take them from the PKPU (K) or add (Ins).</translation>
    </message>
    <message>
        <source>Tahapan pemilu</source>
        <translation>Stages of the election</translation>
    </message>
    <message>
        <source>Dari PKPU</source>
        <translation>From the PKPU</translation>
    </message>
    <message>
        <source>Baris %1: %2</source>
        <translation>Line %1: %2</translation>
    </message>
    <message>
        <source>Polisi</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>TNI</source>
        <translation>TNI</translation>
    </message>
    <message>
        <source>Linmas</source>
        <translation>Linmas</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Pungut</source>
        <translation>Voting</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Geser</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>Aman</source>
        <translation>Safe</translation>
    </message>
    <message>
        <source>Gangguan</source>
        <translation>Trouble</translation>
    </message>
    <message>
        <source>Rencana</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Berangkat</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Tiba</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>Diserahkan</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>TPS %1 %2</source>
        <translation>TPS %1 %2</translation>
    </message>
    <message>
        <source>mulai %1 hari lagi</source>
        <translation>begins in %1 days</translation>
    </message>
    <message>
        <source>lewat</source>
        <translation>over</translation>
    </message>
    <message>
        <source>berlangsung, hari terakhir</source>
        <translation>under way, last day</translation>
    </message>
    <message>
        <source>berlangsung, %1 hari lagi</source>
        <translation>under way, %1 days left</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
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
        <translation>the camera&apos;s data cannot be stored</translation>
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
</context>
<context>
    <name>Exercise</name>
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
    <message>
        <source>%1 salah</source>
        <translation>%1 wrong</translation>
    </message>
    <message>
        <source>Papan benar: belum ada ukuran</source>
        <translation>Board true: nothing measured yet</translation>
    </message>
    <message>
        <source>Papan benar %1 % · %2 menit</source>
        <translation>Board true %1 % · %2 minutes</translation>
    </message>
    <message>
        <source>Semua unit tampil sebagaimana adanya.</source>
        <translation>Every unit is shown as it is.</translation>
    </message>
    <message>
        <source>dan %1 unit lagi</source>
        <translation>and %1 more units</translation>
    </message>
    <message>
        <source>%1: tampil %2, sebenarnya %3 · sejak %4 (%5)</source>
        <translation>%1: shown %2, really %3 · since %4 (%5)</translation>
    </message>
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
</context>
<context>
    <name>Faults</name>
    <message>
        <source>berkas tidak ada</source>
        <translation>no such file</translation>
    </message>
    <message>
        <source>tidak dapat dibaca</source>
        <translation>cannot be read</translation>
    </message>
    <message>
        <source>terlalu besar</source>
        <translation>too large</translation>
    </message>
    <message>
        <source>susunannya terlalu dalam</source>
        <translation>nested too deep</translation>
    </message>
    <message>
        <source>bukan teks UTF-8</source>
        <translation>not UTF-8 text</translation>
    </message>
    <message>
        <source>bukan tabel CSV</source>
        <translation>not a CSV table</translation>
    </message>
    <message>
        <source>bukan GeoJSON</source>
        <translation>not GeoJSON</translation>
    </message>
    <message>
        <source>tidak ada baris yang dapat dipakai</source>
        <translation>no row that can be used</translation>
    </message>
    <message>
        <source>kolom ini tidak ada</source>
        <translation>this column is missing</translation>
    </message>
    <message>
        <source>belum diisi</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>bukan bilangan</source>
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
        <source>tidak dikenal</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>tidak dikenal di ruang ini</source>
        <translation>unknown in this room</translation>
    </message>
    <message>
        <source>sudah ada di baris lain</source>
        <translation>already in another row</translation>
    </message>
    <message>
        <source>terlalu panjang</source>
        <translation>too long</translation>
    </message>
    <message>
        <source>bukan garis jalan yang sah</source>
        <translation>not a valid road line</translation>
    </message>
    <message>
        <source>terlalu kecil</source>
        <translation>too small</translation>
    </message>
    <message>
        <source>terlalu rinci</source>
        <translation>too detailed</translation>
    </message>
    <message>
        <source>bukan satu titik atau satu bidang</source>
        <translation>not one point or one ground</translation>
    </message>
    <message>
        <source>bukan satu poligon GeoJSON</source>
        <translation>not one GeoJSON polygon</translation>
    </message>
    <message>
        <source>garis luar poligon tidak tertutup</source>
        <translation>the polygon&apos;s outline is not closed</translation>
    </message>
    <message>
        <source>garis poligon bersilangan di</source>
        <translation>the polygon&apos;s outline crosses itself at</translation>
    </message>
    <message>
        <source>wilayahnya tidak saling menutup</source>
        <translation>the areas do not tile</translation>
    </message>
    <message>
        <source>jalannya terputus-putus</source>
        <translation>the roads are disconnected</translation>
    </message>
    <message>
        <source>alamat memuat kata sandi</source>
        <translation>the address holds a password</translation>
    </message>
    <message>
        <source>alamat tidak diizinkan</source>
        <translation>address not allowed</translation>
    </message>
    <message>
        <source>milik direktori lain</source>
        <translation>belongs to another directory</translation>
    </message>
    <message>
        <source>baris %1</source>
        <translation>row %1</translation>
    </message>
    <message>
        <source>kolom %1</source>
        <translation>column %1</translation>
    </message>
    <message>
        <source>dan %1 lagi</source>
        <translation>and %1 more</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Buka ruang</source>
        <translation>Open the room</translation>
    </message>
    <message>
        <source>Kapan saja dapat diperiksa lagi dengan: %1</source>
        <translation>It can be checked again at any time with: %1</translation>
    </message>
    <message>
        <source>tidak dipakai</source>
        <translation>not used</translation>
    </message>
    <message>
        <source>Simpan %1 baris</source>
        <translation>Store %1 rows</translation>
    </message>
    <message>
        <source>Baca berkas</source>
        <translation>Read the file</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Membaca berkas… Esc membatalkan.</source>
        <translation>Reading the file… Esc cancels.</translation>
    </message>
    <message>
        <source>Tulis jalur berkasnya, atau Nanti.</source>
        <translation>Type the path of the file, or choose Later.</translation>
    </message>
    <message>
        <source>%1 akan disimpan, %2 di luar kota, %3 ditolak.</source>
        <translation>%1 would be stored, %2 outside the city, %3 refused.</translation>
    </message>
    <message>
        <source>dan %1 lagi</source>
        <translation>and %1 more</translation>
    </message>
    <message>
        <source>✓ %1 baris disimpan.</source>
        <translation>✓ %1 rows are stored.</translation>
    </message>
    <message>
        <source>Berkas direktori (tulis atau seret)</source>
        <translation>File of the directory (type or drag)</translation>
    </message>
    <message>
        <source>Susunannya</source>
        <translation>Its layout</translation>
    </message>
    <message>
        <source>Awal alamat siarannya, bila berkas tidak memuatnya</source>
        <translation>Beginning of the streams&apos; addresses, where the file does not hold it</translation>
    </message>
    <message>
        <source>Menghitung kamera ruang…</source>
        <translation>Counting the room&apos;s cameras…</translation>
    </message>
    <message>
        <source>Di ruang sekarang: %1 kamera</source>
        <translation>In the room now: %1 cameras</translation>
    </message>
    <message>
        <source>Isi berkas</source>
        <translation>What the file holds</translation>
    </message>
    <message>
        <source>Berkas (tulis atau seret)</source>
        <translation>File (type or drag)</translation>
    </message>
    <message>
        <source>Membaca kota…</source>
        <translation>Reading the city…</translation>
    </message>
    <message>
        <source>Batas wilayah (GeoJSON)</source>
        <translation>Boundaries (GeoJSON)</translation>
    </message>
    <message>
        <source>Tempat (CSV atau GeoJSON)</source>
        <translation>Places (CSV or GeoJSON)</translation>
    </message>
    <message>
        <source>%1: %2 wilayah, %3 tempat, dengan batas wilayah</source>
        <translation>%1: %2 areas, %3 places, with boundaries</translation>
    </message>
    <message>
        <source>%1: %2 wilayah, %3 tempat, belum ada batas wilayah</source>
        <translation>%1: %2 areas, %3 places, no boundaries yet</translation>
    </message>
    <message>
        <source>Dibatalkan; tidak ada yang diubah.</source>
        <translation>Cancelled; nothing was changed.</translation>
    </message>
    <message>
        <source>Alamat pusat data</source>
        <translation>Address of the database</translation>
    </message>
    <message>
        <source>Kata sandi (disimpan di gantungan kunci); kosong: berkas sandi</source>
        <translation>Password (kept in the keyring); empty: pass file</translation>
    </message>
    <message>
        <source>Kota</source>
        <translation>City</translation>
    </message>
    <message>
        <source>Menerima kiriman sumber di ALAMAT:PORT; boleh kosong</source>
        <translation>Takes what sources send at NUMBER:PORT; may be empty</translation>
    </message>
    <message>
        <source>Berkas sertifikatnya (PEM)</source>
        <translation>Its certificate file (PEM)</translation>
    </message>
    <message>
        <source>Berkas kuncinya (PEM)</source>
        <translation>Its key file (PEM)</translation>
    </message>
    <message>
        <source>Tulis alamat pusat data.</source>
        <translation>Type the address of the database.</translation>
    </message>
    <message>
        <source>Berkas di folder data komputer ini</source>
        <translation>A file in this computer&apos;s data folder</translation>
    </message>
    <message>
        <source>Uji</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Menghubungi pusat data… Esc membatalkan.</source>
        <translation>Reaching the database… Esc cancels.</translation>
    </message>
    <message>
        <source>✓ Dapat dipakai; ruang akan didirikan di sana.</source>
        <translation>✓ It can be used; the room will be founded there.</translation>
    </message>
    <message>
        <source>✓ Tersambung dengan ruang %1.</source>
        <translation>✓ Connected with the room %1.</translation>
    </message>
    <message>
        <source>✓ Tersambung dengan ruang %1; belum ada administrator.</source>
        <translation>✓ Connected with the room %1; it has no administrator yet.</translation>
    </message>
    <message>
        <source>Jam komputer ini berbeda %1 detik dari server; betulkan.</source>
        <translation>This computer&apos;s clock differs from the server&apos;s by %1 seconds; correct it.</translation>
    </message>
    <message>
        <source>Berkas setelan (tulis atau seret)</source>
        <translation>Bundle of settings (type or drag)</translation>
    </message>
    <message>
        <source>Frasa sandi berkas</source>
        <translation>Phrase of the bundle</translation>
    </message>
    <message>
        <source>Nama masuk komputer ini di server (ws_…)</source>
        <translation>Login of this computer at the server (ws_…)</translation>
    </message>
    <message>
        <source>Kata sandi nama masuk itu; kosong: berkas sandi</source>
        <translation>Password of that login; empty: pass file</translation>
    </message>
    <message>
        <source>Sidiknya sama, pakai setelan ini</source>
        <translation>The fingerprint is the same, use these settings</translation>
    </message>
    <message>
        <source>Membaca berkas…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>Ditandatangani %1 · ruang %2 · %3.
Samakan sidiknya dengan yang diberitahukan kepada Anda:</source>
        <translation>Signed by %1 · room %2 · %3.
Compare the fingerprint with the one you were told:</translation>
    </message>
    <message>
        <source>Ditulis program lama, bersama nama masuk atau kata sandi pemegang server; keduanya tidak dipakai. Ganti kata sandi itu di server.</source>
        <translation>Written by an earlier program, together with the login or the password of the server&apos;s holder; neither is used. Change that password at the server.</translation>
    </message>
    <message>
        <source>tidak ada setelan yang berubah</source>
        <translation>no setting would be another</translation>
    </message>
    <message>
        <source>direktori kamera %1</source>
        <translation>camera directory %1</translation>
    </message>
    <message>
        <source>rahasia bersegel: %1</source>
        <translation>sealed secret: %1</translation>
    </message>
    <message>
        <source>Menyiapkan komputer ini</source>
        <translation>Setting this computer up</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nanti</source>
        <translation>Later</translation>
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
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Ulangi kata sandi</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>Buat administrator</source>
        <translation>Create administrator</translation>
    </message>
    <message>
        <source>Mendirikan ruang dan administratornya…</source>
        <translation>Founding the room and its administrator…</translation>
    </message>
    <message>
        <source>Ruang ini sudah punya administrator; yang ditulis di sini tidak dipakai. Lanjut.</source>
        <translation>This room has an administrator already; what was written here was not used. Continue.</translation>
    </message>
    <message>
        <source>Sistem</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Caranya</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Tambahkan</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Membaca yang sudah tersambung…</source>
        <translation>Reading what is connected…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Alamat (https://…)</source>
        <translation>Address (https://…)</translation>
    </message>
    <message>
        <source>Menanyakan sumber… Esc membatalkan.</source>
        <translation>Asking the source… Esc cancels.</translation>
    </message>
    <message>
        <source>✓ Menjawab: %1 catatan dapat diterima, %2 ditolak.</source>
        <translation>✓ It answers: %1 records can be taken, %2 are refused.</translation>
    </message>
    <message>
        <source>✓ Folder terbaca: %1 berkas dapat diterima, %2 tidak.</source>
        <translation>✓ The folder can be read: %1 files can be taken, %2 cannot.</translation>
    </message>
    <message>
        <source>Menyambungkan…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Kunci %1: %2
Rahasia: %3</source>
        <translation>Key %1: %2
Secret: %3</translation>
    </message>
    <message>
        <source>Hanya ditampilkan sampai langkah ini ditinggalkan. Catat, lalu serahkan dengan cara yang tidak dibaca orang lain.</source>
        <translation>Shown only until this step is left. Write it down, then hand it over in a way that nobody else reads.</translation>
    </message>
    <message>
        <source>✓ %1 tersambung.</source>
        <translation>✓ %1 is connected.</translation>
    </message>
    <message>
        <source>Belum ada sumber yang tersambung.</source>
        <translation>No source is connected yet.</translation>
    </message>
    <message>
        <source>Tersambung: %1</source>
        <translation>Connected: %1</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Setelan dari komputer lain</source>
        <translation>Settings from another computer</translation>
    </message>
    <message>
        <source>Peran komputer ini</source>
        <translation>Role of this computer</translation>
    </message>
    <message>
        <source>Uji pusat data</source>
        <translation>Test of the database</translation>
    </message>
    <message>
        <source>Administrator pertama</source>
        <translation>First administrator</translation>
    </message>
    <message>
        <source>Sumber laporan</source>
        <translation>Sources of reports</translation>
    </message>
    <message>
        <source>Direktori kamera</source>
        <translation>Camera directory</translation>
    </message>
    <message>
        <source>Batas wilayah dan tempat</source>
        <translation>Boundaries and places</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Bahasa layar komputer ini. Setiap orang dapat menggantinya nanti.</source>
        <translation>The language of this computer&apos;s screen. Everybody can change it later.</translation>
    </message>
    <message>
        <source>Bila komputer lain di ruang ini sudah disiapkan, berkas setelannya mengisi sebagian besar langkah. Isinya ditampilkan dahulu; belum ada yang diubah sebelum Anda setuju.</source>
        <translation>Where another computer of this room is set up already, its bundle of settings fills in most of the steps. What it holds is shown first; nothing is changed before you agree.</translation>
    </message>
    <message>
        <source>Dari sini komputer ini tahu di mana data ruang disimpan.</source>
        <translation>From this the computer knows where the room&apos;s data is kept.</translation>
    </message>
    <message>
        <source>Pusat data dihubungi sekali. Tidak ada yang diubah di sana.</source>
        <translation>The database is asked once. Nothing is changed there.</translation>
    </message>
    <message>
        <source>Ia menambah orang lain setelah ruang terbuka. Kata sandi paling sedikit 10 huruf dan tidak memuat nama masuk.</source>
        <translation>They add the others once the room is open. The password has at least 10 characters and does not contain the login.</translation>
    </message>
    <message>
        <source>Dari mana laporan datang. Uji dahulu, lalu tambahkan; boleh beberapa.</source>
        <translation>Where reports come from. Test first, then add; there may be several.</translation>
    </message>
    <message>
        <source>Berkas dari pemilik kamera. Isinya dihitung sebelum ada yang disimpan.</source>
        <translation>A file from the owner of the cameras. What it holds is counted before any of it is stored.</translation>
    </message>
    <message>
        <source>Yang dibawa program untuk kota ini, dan berkas yang melengkapinya.</source>
        <translation>What the program brings for this city, and files that add to it.</translation>
    </message>
    <message>
        <source>Yang sudah disetel, dan yang masih kurang.</source>
        <translation>What is set, and what is still missing.</translation>
    </message>
    <message>
        <source>belum</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>selesai</source>
        <translation>done</translation>
    </message>
    <message>
        <source>nanti</source>
        <translation>later</translation>
    </message>
    <message>
        <source>dari ruang</source>
        <translation>from the room</translation>
    </message>
    <message>
        <source>Ruang satu komputer</source>
        <translation>A room of one computer</translation>
    </message>
    <message>
        <source>Bergabung dengan ruang yang ada</source>
        <translation>Join a room that is there</translation>
    </message>
    <message>
        <source>Mendirikan ruang di server</source>
        <translation>Found a room on a server</translation>
    </message>
    <message>
        <source>Data ruang disimpan di komputer ini saja. Tidak perlu server.</source>
        <translation>The room&apos;s data is kept on this computer only. No server is needed.</translation>
    </message>
    <message>
        <source>Data ada di server PostgreSQL; komputer ini sudah diberi nama masuk ws_….</source>
        <translation>The data is on a PostgreSQL server; this computer was given a login ws_….</translation>
    </message>
    <message>
        <source>Ruang baru dibuat di server PostgreSQL oleh pemegang server; komputer ini dapat menerima laporan untuk ruang itu.</source>
        <translation>A new room is made on a PostgreSQL server by its owner; this computer can take reports in for it.</translation>
    </message>
    <message>
        <source>Mengirim sendiri ke komputer ini</source>
        <translation>Sends to this computer by itself</translation>
    </message>
    <message>
        <source>Meletakkan berkas di folder</source>
        <translation>Lays files down in a folder</translation>
    </message>
    <message>
        <source>Ditanya lewat alamatnya, menjawab dengan kontrak v1</source>
        <translation>Asked at its address, answers in contract v1</translation>
    </message>
    <message>
        <source>Ditanya lewat alamatnya, menjawab dengan susunannya sendiri</source>
        <translation>Asked at its address, answers in a format of its own</translation>
    </message>
    <message>
        <source>ruang memintanya saat pertama dibuka</source>
        <translation>the room asks for one when it is first opened</translation>
    </message>
    <message>
        <source>Membaca folder…</source>
        <translation>Reading the folder…</translation>
    </message>
    <message>
        <source>Buka folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Pakai</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Pakai folder ini</source>
        <translation>Use this folder</translation>
    </message>
    <message>
        <source>%1 berkas ada di folder ini.</source>
        <translation>%1 files are in this folder.</translation>
    </message>
    <message>
        <source>Ditampilkan: folder dan berkas %1.</source>
        <translation>Shown: folders and files %1.</translation>
    </message>
    <message>
        <source>%1 berkas jenis lain tidak ditampilkan.</source>
        <translation>%1 files of other kinds are not shown.</translation>
    </message>
    <message>
        <source>Isinya lebih banyak; tulis jalurnya.</source>
        <translation>It holds more; write the path.</translation>
    </message>
    <message>
        <source>Ke atas</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Isi folder</source>
        <translation>In the folder</translation>
    </message>
    <message>
        <source>Tempat mencari</source>
        <translation>Where to look</translation>
    </message>
    <message>
        <source>Folder saya</source>
        <translation>My folder</translation>
    </message>
    <message>
        <source>Cari…</source>
        <translation>Browse…</translation>
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
    <name>Handbook</name>
    <message>
        <source>Tidak ada halaman dengan kata itu.</source>
        <translation>No page has these words.</translation>
    </message>
    <message>
        <source>BUKU PANDUAN</source>
        <translation>HANDBOOK</translation>
    </message>
    <message>
        <source>Mundur</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Maju</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>Daftar isi</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Tombol</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Cetak kartu</source>
        <translation>Print card</translation>
    </message>
    <message>
        <source>Cetak buku</source>
        <translation>Print book</translation>
    </message>
    <message>
        <source>Cari di semua halaman (/)</source>
        <translation>Search all pages (/)</translation>
    </message>
    <message>
        <source>Cari di semua halaman</source>
        <translation>Search all pages</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>Belum ada catatan di jaga ini. Tulis (Ins).</source>
        <translation>Nothing is noted in this shift. Write (Ins).</translation>
    </message>
    <message>
        <source>dicoret: %1</source>
        <translation>struck: %1</translation>
    </message>
    <message>
        <source>Membaca buku…</source>
        <translation>Reading the book…</translation>
    </message>
    <message>
        <source>%1 baris · log sampai nomor %2</source>
        <translation>%1 lines · log up to number %2</translation>
    </message>
    <message>
        <source>Coret baris ini: alasannya</source>
        <translation>Strike this line: why</translation>
    </message>
    <message>
        <source>Coret</source>
        <translation>Strike</translation>
    </message>
    <message>
        <source>Buku mutasi</source>
        <translation>Shift book</translation>
    </message>
    <message>
        <source>Saring buku</source>
        <translation>Filter the book</translation>
    </message>
    <message>
        <source>Jaga</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Tulis</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>Kolom</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Cetak PDF</source>
        <translation>Print PDF</translation>
    </message>
    <message>
        <source>Cetak ke printer</source>
        <translation>Print on a printer</translation>
    </message>
    <message>
        <source>Uraian</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Tindakan</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>serah terima berjalan</source>
        <translation>handover under way</translation>
    </message>
    <message>
        <source>serah terima %1</source>
        <translation>handover %1</translation>
    </message>
    <message>
        <source>Potensi gesekan, %1: %2 catatan</source>
        <translation>Friction, %1: %2 notes</translation>
    </message>
    <message>
        <source>#%1: %2 identitas pelapor</source>
        <translation>#%1: %2 reporter identities</translation>
    </message>
    <message>
        <source>Papan bersih: tidak ada butir terbuka.</source>
        <translation>The board is clear: nothing is open.</translation>
    </message>
    <message>
        <source>Belum dibekukan: %1 butir akan diserahkan ke %2</source>
        <translation>Not frozen: %1 items will go to %2</translation>
    </message>
    <message>
        <source>Dibekukan %1 oleh %2 untuk %3 · %4 dari %5 diterima · %6</source>
        <translation>Frozen %1 by %2 for %3 · %4 of %5 accepted · %6</translation>
    </message>
    <message>
        <source>%1 merah belum diterima</source>
        <translation>%1 red not accepted</translation>
    </message>
    <message>
        <source>diambil paksa: %1</source>
        <translation>taken by force: %1</translation>
    </message>
    <message>
        <source>kepala regu lama belum tanda tangan</source>
        <translation>the outgoing lead has not signed</translation>
    </message>
    <message>
        <source>kepala regu baru belum tanda tangan</source>
        <translation>the incoming lead has not signed</translation>
    </message>
    <message>
        <source>yang masuk sekarang milik %1</source>
        <translation>what arrives now is %1&apos;s</translation>
    </message>
    <message>
        <source>Bekukan papan dan serahkan ke regu</source>
        <translation>Freeze the board and hand it to</translation>
    </message>
    <message>
        <source>Bekukan</source>
        <translation>Freeze</translation>
    </message>
    <message>
        <source>Inventaris yang diserahkan, satu baris</source>
        <translation>Inventory handed over, one line</translation>
    </message>
    <message>
        <source>Tambah</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Ambil alih jaga tanpa dua tanda tangan: alasannya</source>
        <translation>Take over without two signatures: why</translation>
    </message>
    <message>
        <source>Ambil paksa</source>
        <translation>Take by force</translation>
    </message>
    <message>
        <source>Batalkan serah terima ini: alasannya</source>
        <translation>Call this handover off: why</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Call off</translation>
    </message>
    <message>
        <source>Hapus baris</source>
        <translation>Remove line</translation>
    </message>
    <message>
        <source>Butir serah terima</source>
        <translation>Handover items</translation>
    </message>
    <message>
        <source>Saring butir</source>
        <translation>Filter items</translation>
    </message>
    <message>
        <source>Terima</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Terima yang tidak merah</source>
        <translation>Accept those not red</translation>
    </message>
    <message>
        <source>Bekukan papan</source>
        <translation>Freeze the board</translation>
    </message>
    <message>
        <source>Tanda tangan</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Tambah inventaris</source>
        <translation>Add inventory</translation>
    </message>
    <message>
        <source>Waktu buka</source>
        <translation>Opening time</translation>
    </message>
    <message>
        <source>SERAH TERIMA</source>
        <translation>HANDOVER</translation>
    </message>
    <message>
        <source>Serah terima</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Butir</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Serah terima dibuka berapa menit sebelum jaga berakhir (0–%1)</source>
        <translation>Minutes before the end of a shift that its handover opens (0–%1)</translation>
    </message>
    <message>
        <source>Kolom buku mutasi, dipisah koma: %1</source>
        <translation>Columns of the shift book, by commas: %1</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Tanda tangan: kata sandi Anda</source>
        <translation>Signature: your password</translation>
    </message>
    <message>
        <source>Tanda tangani</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Kejadian terbuka</source>
        <translation>Open incident</translation>
    </message>
    <message>
        <source>Unit tidak siap biasa</source>
        <translation>Unit off normal</translation>
    </message>
    <message>
        <source>Perintah belum didengar</source>
        <translation>Order not heard</translation>
    </message>
    <message>
        <source>Penerusan berjalan</source>
        <translation>Open referral</translation>
    </message>
    <message>
        <source>Rumah sakit siaga</source>
        <translation>Hospital on standby</translation>
    </message>
    <message>
        <source>Alarm terbuka</source>
        <translation>Open alarm</translation>
    </message>
    <message>
        <source>Kamera mati</source>
        <translation>Dead camera</translation>
    </message>
    <message>
        <source>Sumber mati</source>
        <translation>Dead source</translation>
    </message>
    <message>
        <source>Catatan tersegel</source>
        <translation>Sealed note</translation>
    </message>
    <message>
        <source>Perintah pimpinan</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>Inventaris</source>
        <translation>Inventory</translation>
    </message>
    <message>
        <source>Uraian kejadian</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Kekuatan</source>
        <translation>Strength</translation>
    </message>
    <message>
        <source>Tahanan</source>
        <translation>Detainees</translation>
    </message>
    <message>
        <source>selesai sejak dibekukan</source>
        <translation>over since the freeze</translation>
    </message>
    <message>
        <source>diterima %1 %2</source>
        <translation>accepted %1 %2</translation>
    </message>
    <message>
        <source>diambil paksa, belum diperiksa</source>
        <translation>taken by force, not looked at</translation>
    </message>
    <message>
        <source>baru sejak dibekukan</source>
        <translation>new since the freeze</translation>
    </message>
    <message>
        <source>berubah sejak dibekukan</source>
        <translation>changed since the freeze</translation>
    </message>
    <message>
        <source>belum diterima</source>
        <translation>not accepted</translation>
    </message>
    <message>
        <source>dicari</source>
        <translation>searched for</translation>
    </message>
</context>
<context>
    <name>Health</name>
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
        <source>Pusat data</source>
        <translation>Data centre</translation>
    </message>
    <message>
        <source>putus</source>
        <translation>down</translation>
    </message>
    <message>
        <source>%1 dtk</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>terakhir berhasil %1 (%2)</source>
        <translation>last success %1 (%2)</translation>
    </message>
    <message>
        <source>coba lagi %1</source>
        <translation>next try %1</translation>
    </message>
    <message>
        <source>tertinggal %1</source>
        <translation>%1 behind</translation>
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
        <source>Peta jalan</source>
        <translation>Road map</translation>
    </message>
    <message>
        <source>Gerbang masuk</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Pesan ke %1</source>
        <translation>Messages to %1</translation>
    </message>
    <message>
        <source>Folder berkas %1</source>
        <translation>File folder %1</translation>
    </message>
    <message>
        <source>Surel</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Perintah ke unit</source>
        <translation>Orders to units</translation>
    </message>
    <message>
        <source>Lampiran laporan</source>
        <translation>Attachments of reports</translation>
    </message>
    <message>
        <source>%1, dicatat di ruang</source>
        <translation>%1, entered here</translation>
    </message>
    <message>
        <source>Program %1</source>
        <translation>Program %1</translation>
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
    <name>Hospitals</name>
    <message>
        <source>Seluruh kejadian</source>
        <translation>Whole incident</translation>
    </message>
    <message>
        <source>MD</source>
        <translation>Dead</translation>
    </message>
    <message>
        <source>LB</source>
        <translation>Serious</translation>
    </message>
    <message>
        <source>LR</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Meninggal dunia</source>
        <translation>Dead</translation>
    </message>
    <message>
        <source>Luka berat</source>
        <translation>Seriously hurt</translation>
    </message>
    <message>
        <source>Luka ringan</source>
        <translation>Lightly hurt</translation>
    </message>
    <message>
        <source>Rumah sakit yang diminta</source>
        <translation>Hospital to ask</translation>
    </message>
    <message>
        <source>Korban di mana</source>
        <translation>Casualties where</translation>
    </message>
    <message>
        <source>Pesan untuk rumah sakit</source>
        <translation>Message for the hospital</translation>
    </message>
    <message>
        <source>Minta siaga</source>
        <translation>Ask to stand by</translation>
    </message>
    <message>
        <source>Catat korban</source>
        <translation>Note casualties</translation>
    </message>
    <message>
        <source>Siaga dan korban</source>
        <translation>Standby and casualties</translation>
    </message>
    <message>
        <source>Pilih rumah sakit dahulu</source>
        <translation>Choose a hospital first</translation>
    </message>
    <message>
        <source>Belum ada rumah sakit di ruang ini</source>
        <translation>This room has no hospitals yet</translation>
    </message>
    <message>
        <source>Saran untuk kejadian terpilih; yang meminta tetap Anda</source>
        <translation>Advice for the selected incident; you do the asking</translation>
    </message>
    <message>
        <source>%1 rumah sakit</source>
        <translation>%1 hospitals</translation>
    </message>
    <message>
        <source>IGD: tidak disebut</source>
        <translation>ED: not said</translation>
    </message>
    <message>
        <source>Keadaan IGD</source>
        <translation>State of the ED</translation>
    </message>
    <message>
        <source>Tempat %1 yang kosong</source>
        <translation>Free %1 beds</translation>
    </message>
    <message>
        <source>Catat</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Papan rumah sakit</source>
        <translation>Hospital board</translation>
    </message>
    <message>
        <source>Daftar rumah sakit</source>
        <translation>List of hospitals</translation>
    </message>
    <message>
        <source>Korban: %1</source>
        <translation>Casualties: %1</translation>
    </message>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>pesan sedang dikirim</source>
        <translation>message is being sent</translation>
    </message>
    <message>
        <source>telepon %1</source>
        <translation>call %1</translation>
    </message>
    <message>
        <source>telepon; nomor belum diketahui</source>
        <translation>call; number not known</translation>
    </message>
    <message>
        <source>IGD buka</source>
        <translation>ED open</translation>
    </message>
    <message>
        <source>IGD terbatas</source>
        <translation>ED limited</translation>
    </message>
    <message>
        <source>IGD tutup</source>
        <translation>ED closed</translation>
    </message>
    <message>
        <source>tanpa IGD</source>
        <translation>no ED</translation>
    </message>
    <message>
        <source>IGD belum diketahui</source>
        <translation>ED not known</translation>
    </message>
    <message>
        <source>IGD</source>
        <translation>ED</translation>
    </message>
    <message>
        <source>ICU</source>
        <translation>ICU</translation>
    </message>
    <message>
        <source>rawat</source>
        <translation>ward</translation>
    </message>
    <message>
        <source>Menunggu jawaban</source>
        <translation>Waiting for an answer</translation>
    </message>
    <message>
        <source>Siap</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Siap terbatas</source>
        <translation>Ready in part</translation>
    </message>
    <message>
        <source>Tidak bisa</source>
        <translation>Unable</translation>
    </message>
    <message>
        <source>Dibatalkan</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>%1, terlambat %2</source>
        <translation>%1, %2 late</translation>
    </message>
    <message>
        <source>%1, tenggat %2</source>
        <translation>%1, due in %2</translation>
    </message>
    <message>
        <source>kabar IGD basi</source>
        <translation>ED word is old</translation>
    </message>
    <message>
        <source>%1 tempat IGD</source>
        <translation>%1 ED beds</translation>
    </message>
    <message>
        <source>IGD penuh</source>
        <translation>ED full</translation>
    </message>
    <message>
        <source>angka IGD basi</source>
        <translation>ED figure is old</translation>
    </message>
    <message>
        <source>%1 tempat ICU</source>
        <translation>%1 ICU beds</translation>
    </message>
    <message>
        <source>ICU penuh</source>
        <translation>ICU full</translation>
    </message>
    <message>
        <source>angka ICU basi</source>
        <translation>ICU figure is old</translation>
    </message>
    <message>
        <source>tanpa bedah darurat</source>
        <translation>no emergency surgery</translation>
    </message>
    <message>
        <source>sudah siap</source>
        <translation>is ready</translation>
    </message>
    <message>
        <source>menjawab tidak bisa</source>
        <translation>answered unable</translation>
    </message>
    <message>
        <source>LB %1 · LR %2</source>
        <translation>serious %1 · light %2</translation>
    </message>
    <message>
        <source>MD %1 · LB %2 · LR %3</source>
        <translation>dead %1 · serious %2 · light %3</translation>
    </message>
</context>
<context>
    <name>Instructions</name>
    <message>
        <source>Ketik kata di atas: semua yang pernah dicatat.</source>
        <translation>Type words above: everything ever told.</translation>
    </message>
    <message>
        <source>ISI</source>
        <translation>WORDS</translation>
    </message>
    <message>
        <source>Arsip perintah, tugas dan catatan</source>
        <translation>Archive of instructions, tasks and notes</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>%1 perintah</source>
        <translation>%1 instructions</translation>
    </message>
    <message>
        <source>%1 untuk Anda, belum Anda nyatakan didengar</source>
        <translation>%1 for you that you have not said you heard</translation>
    </message>
    <message>
        <source>Perintah</source>
        <translation>Instructions</translation>
    </message>
    <message>
        <source>Tugas</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Catatan regu</source>
        <translation>Shift notes</translation>
    </message>
    <message>
        <source>%1 perintah berlaku, %2 belum didengar semua</source>
        <translation>%1 instructions hold, %2 not heard by all</translation>
    </message>
    <message>
        <source>%1 dengar</source>
        <translation>%1 heard</translation>
    </message>
    <message>
        <source>%1 · lewat %2</source>
        <translation>%1 · over by %2</translation>
    </message>
    <message>
        <source>dicabut %1</source>
        <translation>withdrawn %1</translation>
    </message>
    <message>
        <source>berakhir %1</source>
        <translation>ended %1</translation>
    </message>
    <message>
        <source>Belum ada perintah. Pimpinan regu memberi dengan Ins.</source>
        <translation>No instruction yet. The shift lead gives one with Ins.</translation>
    </message>
    <message>
        <source>%1, dicatat %2</source>
        <translation>%1, entered by %2</translation>
    </message>
    <message>
        <source>sampai dicabut</source>
        <translation>until withdrawn</translation>
    </message>
    <message>
        <source>didengar sebelum %1, berlaku %2</source>
        <translation>to be heard before %1, holds until %2</translation>
    </message>
    <message>
        <source>Perintah pimpinan</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>KEPADA</source>
        <translation>TO</translation>
    </message>
    <message>
        <source>PEMBERI</source>
        <translation>GIVEN BY</translation>
    </message>
    <message>
        <source>WAKTU</source>
        <translation>TIMES</translation>
    </message>
    <message>
        <source>DICABUT</source>
        <translation>WITHDRAWN</translation>
    </message>
    <message>
        <source>○ %1: belum mendengar</source>
        <translation>○ %1: not heard</translation>
    </message>
    <message>
        <source>✓ %1: %2 %3</source>
        <translation>✓ %1: %2 %3</translation>
    </message>
    <message>
        <source>✓ %1: %2 %3, dicatat %4</source>
        <translation>✓ %1: %2 %3, entered by %4</translation>
    </message>
    <message>
        <source>belum sampai di sistemnya</source>
        <translation>not yet at its system</translation>
    </message>
    <message>
        <source>ditolak sistemnya</source>
        <translation>refused by its system</translation>
    </message>
    <message>
        <source>di sistemnya sejak %1</source>
        <translation>at its system since %1</translation>
    </message>
    <message>
        <source>Cabut perintah ini? Tulis alasannya.</source>
        <translation>Withdraw this instruction? Write why.</translation>
    </message>
    <message>
        <source>Cabut</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Siapa yang mendengar? Tulis namanya.</source>
        <translation>Who has heard it? Type the name.</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Siapa yang mendengar?</source>
        <translation>Who has heard it?</translation>
    </message>
    <message>
        <source>%1 mendengar lewat apa?</source>
        <translation>How did %1 hear it?</translation>
    </message>
    <message>
        <source>Isi perintah</source>
        <translation>Words of the instruction</translation>
    </message>
    <message>
        <source>Kepada (koma di antaranya)</source>
        <translation>To (commas between)</translation>
    </message>
    <message>
        <source>Perintah dari (kosong: Anda)</source>
        <translation>Ordered by (empty: you)</translation>
    </message>
    <message>
        <source>Didengar dalam (menit)</source>
        <translation>To be heard within (minutes)</translation>
    </message>
    <message>
        <source>Berlaku sampai (kosong: sampai dicabut)</source>
        <translation>Holds until (empty: until withdrawn)</translation>
    </message>
    <message>
        <source>Beri perintah</source>
        <translation>Give instruction</translation>
    </message>
    <message>
        <source>Sudah didengar</source>
        <translation>Heard</translation>
    </message>
    <message>
        <source>pencabutan belum sampai di sistemnya</source>
        <translation>withdrawal not in its system yet</translation>
    </message>
    <message>
        <source>pencabutan ditolak sistemnya</source>
        <translation>withdrawal refused by its system</translation>
    </message>
    <message>
        <source>pencabutan sampai di sistemnya</source>
        <translation>withdrawal in its system</translation>
    </message>
    <message>
        <source>%1 catatan untuk regu ini dan berikutnya</source>
        <translation>%1 notes for this shift and the next</translation>
    </message>
    <message>
        <source>dicoret</source>
        <translation>struck</translation>
    </message>
    <message>
        <source>regu %1, lewat</source>
        <translation>shift of %1, past</translation>
    </message>
    <message>
        <source>regu ini</source>
        <translation>this shift</translation>
    </message>
    <message>
        <source>regu mulai %1</source>
        <translation>shift from %1</translation>
    </message>
    <message>
        <source>Belum ada catatan. Pimpinan regu menulis dengan Ins.</source>
        <translation>No note yet. The shift lead writes one with Ins.</translation>
    </message>
    <message>
        <source>CATATAN</source>
        <translation>NOTE</translation>
    </message>
    <message>
        <source>DITULIS</source>
        <translation>WRITTEN</translation>
    </message>
    <message>
        <source>DICORET</source>
        <translation>STRUCK</translation>
    </message>
    <message>
        <source>Coret catatan ini? Tulis alasannya.</source>
        <translation>Strike this note? Write why.</translation>
    </message>
    <message>
        <source>Coret</source>
        <translation>Strike</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Untuk</source>
        <translation>For</translation>
    </message>
    <message>
        <source>regu berikutnya</source>
        <translation>next shift</translation>
    </message>
    <message>
        <source>Tulis catatan</source>
        <translation>Write note</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok dengan saringan.</source>
        <translation>Nothing fits the filter.</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by words</translation>
    </message>
    <message>
        <source>PERINTAH DAN TUGAS</source>
        <translation>INSTRUCTIONS AND TASKS</translation>
    </message>
    <message>
        <source>Perintah dan tugas</source>
        <translation>Instructions and tasks</translation>
    </message>
    <message>
        <source>Arsip</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>%1 tugas, %2 terlambat</source>
        <translation>%1 tasks, %2 overdue</translation>
    </message>
    <message>
        <source>Kunjungan %1: %2</source>
        <translation>Visit %1: %2</translation>
    </message>
    <message>
        <source>Belum ada tugas. Pimpinan regu membuat dengan Ins.</source>
        <translation>No task yet. The shift lead makes one with Ins.</translation>
    </message>
    <message>
        <source>URAIAN</source>
        <translation>DETAILS</translation>
    </message>
    <message>
        <source>PEMILIK</source>
        <translation>OWNER</translation>
    </message>
    <message>
        <source>DATANG</source>
        <translation>COMES</translation>
    </message>
    <message>
        <source>TERAKHIR SELESAI</source>
        <translation>LAST DONE</translation>
    </message>
    <message>
        <source>DIBUAT</source>
        <translation>MADE</translation>
    </message>
    <message>
        <source>“%1” selesai. Catatan?</source>
        <translation>“%1” done. A note?</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Mengapa “%1” diakhiri?</source>
        <translation>Why does “%1” end?</translation>
    </message>
    <message>
        <source>Akhiri</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Datang</source>
        <translation>Comes</translation>
    </message>
    <message>
        <source>Menit setelah mulai, atau jam</source>
        <translation>Minutes after the start, or a time</translation>
    </message>
    <message>
        <source>Hari (Senin Kamis)</source>
        <translation>Days (Monday Thursday)</translation>
    </message>
    <message>
        <source>Pemilik (kosong: siapa pun)</source>
        <translation>Owner (empty: anybody)</translation>
    </message>
    <message>
        <source>Uraian</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Tugas ruang</source>
        <translation>Tasks of the room</translation>
    </message>
    <message>
        <source>Buat tugas</source>
        <translation>Make task</translation>
    </message>
    <message>
        <source>Senin</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Selasa</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Rabu</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Kamis</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Jumat</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Sabtu</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Minggu</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>pimpinan regu</source>
        <translation>shift lead</translation>
    </message>
    <message>
        <source>siapa pun di ruang</source>
        <translation>anybody in the room</translation>
    </message>
    <message>
        <source>di mejanya</source>
        <translation>at their desk</translation>
    </message>
    <message>
        <source>lewat radio</source>
        <translation>by radio</translation>
    </message>
    <message>
        <source>lewat telepon</source>
        <translation>by telephone</translation>
    </message>
    <message>
        <source>langsung</source>
        <translation>in person</translation>
    </message>
    <message>
        <source>lewat sistem unit</source>
        <translation>by the unit&apos;s own system</translation>
    </message>
    <message>
        <source>Tugas selesai</source>
        <translation>Task done</translation>
    </message>
    <message>
        <source>Setiap regu</source>
        <translation>Every shift</translation>
    </message>
    <message>
        <source>Setiap hari</source>
        <translation>Every day</translation>
    </message>
    <message>
        <source>Hari tertentu</source>
        <translation>Certain days</translation>
    </message>
    <message>
        <source>Sekali</source>
        <translation>Once</translation>
    </message>
    <message>
        <source>setiap regu, %1 menit setelah mulai</source>
        <translation>every shift, %1 minutes after its start</translation>
    </message>
    <message>
        <source>sekali, %1</source>
        <translation>once, %1</translation>
    </message>
    <message>
        <source>setiap hari %1</source>
        <translation>every day at %1</translation>
    </message>
    <message>
        <source>%1 pukul %2</source>
        <translation>%1 at %2</translation>
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
    <message>
        <source>%1 kejadian</source>
        <translation>%1 incidents</translation>
    </message>
    <message>
        <source>%1 unit, %2 siap</source>
        <translation>%1 units, %2 available</translation>
    </message>
    <message>
        <source>%1 kamera, %2 tanpa gambar</source>
        <translation>%1 cameras, %2 without picture</translation>
    </message>
    <message>
        <source>Di dalam area:</source>
        <translation>In the area:</translation>
    </message>
    <message>
        <source>Kepadatan laporan 24 jam</source>
        <translation>Density of reports, 24 hours</translation>
    </message>
    <message>
        <source>tidak ada laporan berlokasi</source>
        <translation>no report with a place</translation>
    </message>
    <message>
        <source>%1 laporan, terpadat %2 per km²</source>
        <translation>%1 reports, densest %2 a km²</translation>
    </message>
    <message>
        <source>%1 laporan dalam 24 jam, 300 m di sekitar sini</source>
        <translation>%1 reports in 24 hours within 300 m of here</translation>
    </message>
    <message>
        <source>ditampilkan</source>
        <translation>shown</translation>
    </message>
    <message>
        <source>tidak ditampilkan</source>
        <translation>not shown</translation>
    </message>
    <message>
        <source>Lapisan peta</source>
        <translation>Layers of the map</translation>
    </message>
    <message>
        <source>Arah pandang kamera</source>
        <translation>Where cameras look</translation>
    </message>
    <message>
        <source>diketahui untuk %1 dari %2 kamera</source>
        <translation>known of %1 of %2 cameras</translation>
    </message>
    <message>
        <source>Diteruskan ke instansi</source>
        <translation>Referred to an agency</translation>
    </message>
    <message>
        <source>%1 kejadian, %2 belum dijawab</source>
        <translation>%1 incidents, %2 not answered yet</translation>
    </message>
    <message>
        <source>Kejadian</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Kamera</source>
        <translation>Cameras</translation>
    </message>
    <message>
        <source>Batas kelurahan dan kecamatan</source>
        <translation>Borders of kelurahan and kecamatan</translation>
    </message>
    <message>
        <source>Jalan utama</source>
        <translation>Main roads</translation>
    </message>
    <message>
        <source>Nama wilayah dan tempat</source>
        <translation>Names of areas and places</translation>
    </message>
    <message>
        <source>Tidak ditampilkan: %1</source>
        <translation>Not shown: %1</translation>
    </message>
    <message>
        <source>Pilih dulu unit yang berposisi untuk diikuti</source>
        <translation>First select a unit with a position to follow</translation>
    </message>
    <message>
        <source>Unit yang diikuti tidak lagi di peta</source>
        <translation>The followed unit is no longer on the map</translation>
    </message>
    <message>
        <source>Mengikuti %1; geser peta untuk berhenti</source>
        <translation>Following %1; pan the map to stop</translation>
    </message>
    <message>
        <source>Mengikuti %1 dalam pandangan terkunci; F berhenti mengikuti</source>
        <translation>Following %1 in a locked view; F stops following</translation>
    </message>
    <message>
        <source>Pandangan dikunci; Z membukanya</source>
        <translation>View locked; Z unlocks it</translation>
    </message>
    <message>
        <source>Lapisan</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>Ikuti unit terpilih</source>
        <translation>Follow the selected unit</translation>
    </message>
    <message>
        <source>Hitung yang terlihat</source>
        <translation>Count what is seen</translation>
    </message>
    <message>
        <source>Buka kunci pandangan</source>
        <translation>Unlock the view</translation>
    </message>
    <message>
        <source>Kunci pandangan</source>
        <translation>Lock the view</translation>
    </message>
    <message>
        <source>Kerawanan kelurahan</source>
        <translation>Vulnerability of kelurahan</translation>
    </message>
    <message>
        <source>%1 dari %2 dinilai; arsir: belum dinilai</source>
        <translation>%1 of %2 judged; hatched: not judged yet</translation>
    </message>
    <message>
        <source>%1: belum dinilai</source>
        <translation>%1: not judged yet</translation>
    </message>
    <message>
        <source>%1: %2, dinilai %3</source>
        <translation>%1: %2, judged %3</translation>
    </message>
    <message>
        <source>Tempat pemilu</source>
        <translation>Places of the election</translation>
    </message>
    <message>
        <source>Kantor dan pos</source>
        <translation>Offices and posts</translation>
    </message>
    <message>
        <source>Tempat umum yang dipantau</source>
        <translation>Public places watched over</translation>
    </message>
    <message>
        <source>Jalan hasil impor</source>
        <translation>Imported streets</translation>
    </message>
    <message>
        <source>ruang ini belum mengimpor jalan</source>
        <translation>this room has imported no streets</translation>
    </message>
    <message>
        <source>berkas jalan di komputer ini rusak</source>
        <translation>the file of streets on this computer is damaged</translation>
    </message>
    <message>
        <source>berkas jalan tidak ada di komputer ini</source>
        <translation>the file of streets is not on this computer</translation>
    </message>
    <message>
        <source>jalan sedang dibaca</source>
        <translation>streets are being read</translation>
    </message>
    <message>
        <source>%1 ruas</source>
        <translation>%1 stretches</translation>
    </message>
    <message>
        <source>%1 dari %2 berkoordinat</source>
        <translation>%1 of %2 have coordinates</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>TPS</translation>
    </message>
    <message>
        <source>belum ada daftar TPS</source>
        <translation>no list of TPS yet</translation>
    </message>
    <message>
        <source>%3: %1 dari %2 berkoordinat</source>
        <translation>%3: %1 of %2 have coordinates</translation>
    </message>
    <message>
        <source>Peta dasar dari berkas</source>
        <translation>Base map from a file</translation>
    </message>
    <message>
        <source>tidak ada berkas peta (MBTiles atau PMTiles) di komputer ini</source>
        <translation>no map file (MBTiles or PMTiles) on this computer</translation>
    </message>
    <message>
        <source>sebagian tidak ditampilkan: %1</source>
        <translation>partly not shown: %1</translation>
    </message>
    <message>
        <source>berkas peta tidak ditemukan</source>
        <translation>the map file was not found</translation>
    </message>
    <message>
        <source>berkas ini bukan PMTiles versi 3</source>
        <translation>this file is no PMTiles version 3</translation>
    </message>
    <message>
        <source>berkas peta terpotong; salin ulang</source>
        <translation>the map file breaks off; copy it again</translation>
    </message>
    <message>
        <source>daftar isi berkas peta berputar-putar</source>
        <translation>the directories of the map file lead in a circle</translation>
    </message>
    <message>
        <source>berkas peta dimampatkan dengan cara lain dari gzip</source>
        <translation>the map file is packed in another way than gzip</translation>
    </message>
    <message>
        <source>petak lebih besar dari 2 MB</source>
        <translation>a tile larger than 2 MB</translation>
    </message>
    <message>
        <source>berkas peta ini vektor; yang dapat dibentangkan hanya gambar (PNG, JPEG, WebP)</source>
        <translation>this map file holds vectors; only pictures (PNG, JPEG, WebP) are laid under</translation>
    </message>
    <message>
        <source>berkas peta ini tidak berisi gambar</source>
        <translation>this map file holds no pictures</translation>
    </message>
    <message>
        <source>berkas peta ini terlalu lama dibaca</source>
        <translation>this map file takes too long to read</translation>
    </message>
    <message>
        <source>berkas peta ini kosong</source>
        <translation>this map file is empty</translation>
    </message>
    <message>
        <source>berkas peta ini rusak</source>
        <translation>this map file is damaged</translation>
    </message>
    <message>
        <source>Peringatan dini</source>
        <translation>Early warnings</translation>
    </message>
    <message>
        <source>tidak ada yang berlangsung</source>
        <translation>none going on</translation>
    </message>
    <message>
        <source>%1 berlangsung, %2 membunyikan alarm</source>
        <translation>%1 going on, %2 ring</translation>
    </message>
    <message>
        <source>Peringatan publik</source>
        <translation>Public warnings</translation>
    </message>
    <message>
        <source>tidak ada yang berlaku</source>
        <translation>none holds</translation>
    </message>
    <message>
        <source>%1 peringatan (merah ekstrem, jingga berat), %2 pemberitahuan</source>
        <translation>%1 warnings (red extreme, orange severe), %2 notices</translation>
    </message>
    <message>
        <source>baru</source>
        <translation>new</translation>
    </message>
    <message>
        <source>dikeluarkan %1 lalu</source>
        <translation>given out %1 ago</translation>
    </message>
    <message>
        <source>ekstrem</source>
        <translation>extreme</translation>
    </message>
    <message>
        <source>berat</source>
        <translation>severe</translation>
    </message>
    <message>
        <source>sedang</source>
        <translation>moderate</translation>
    </message>
    <message>
        <source>ringan</source>
        <translation>minor</translation>
    </message>
    <message>
        <source>tingkat tidak disebut</source>
        <translation>severity not said</translation>
    </message>
    <message>
        <source>pemberitahuan kita</source>
        <translation>our notice</translation>
    </message>
    <message>
        <source>s.d. %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>Sungai hasil impor</source>
        <translation>Imported rivers</translation>
    </message>
    <message>
        <source>ruang ini belum mengimpor sungai</source>
        <translation>this room has not imported rivers</translation>
    </message>
    <message>
        <source>berkas sungai di komputer ini rusak</source>
        <translation>the file of rivers on this computer is damaged</translation>
    </message>
    <message>
        <source>berkas sungai tidak ada di komputer ini</source>
        <translation>the file of rivers is not on this computer</translation>
    </message>
    <message>
        <source>sungai sedang dibaca</source>
        <translation>rivers are being read</translation>
    </message>
    <message>
        <source>%1 sungai dan saluran</source>
        <translation>%1 rivers and canals</translation>
    </message>
</context>
<context>
    <name>Observer</name>
    <message>
        <source>Angka hari ini</source>
        <translation>Figures of today</translation>
    </message>
    <message>
        <source>dari %1</source>
        <translation>of %1</translation>
    </message>
    <message>
        <source>P1 terbuka</source>
        <translation>Open P1</translation>
    </message>
    <message>
        <source>Kejadian aktif</source>
        <translation>Active incidents</translation>
    </message>
    <message>
        <source>Kejadian hari ini</source>
        <translation>Incidents today</translation>
    </message>
    <message>
        <source>Unit siap</source>
        <translation>Units ready</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>target %1</translation>
    </message>
    <message>
        <source>Situasi</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>sejak %1 lalu</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>Peta kejadian</source>
        <translation>Map of incidents</translation>
    </message>
    <message>
        <source>Angka: kejadian terbuka per kelurahan</source>
        <translation>Number: open incidents in the kelurahan</translation>
    </message>
    <message>
        <source>%1 belum bertempat</source>
        <translation>%1 without a place</translation>
    </message>
    <message>
        <source>Kekuatan</source>
        <translation>Strength</translation>
    </message>
    <message>
        <source>Belum ada unit</source>
        <translation>No unit yet</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Diminta, dicek</source>
        <translation>Asked, searched for</translation>
    </message>
    <message>
        <source>Orang siap</source>
        <translation>People ready</translation>
    </message>
    <message>
        <source>Tidak ada P1 terbuka</source>
        <translation>No open P1</translation>
    </message>
    <message>
        <source>Kejadian</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>tempat belum pasti</source>
        <translation>place not certain</translation>
    </message>
    <message>
        <source>belum diambil</source>
        <translation>not taken</translation>
    </message>
    <message>
        <source>belum ada unit</source>
        <translation>no unit yet</translation>
    </message>
    <message>
        <source>Dinding pengamat</source>
        <translation>Observers&apos; wall</translation>
    </message>
    <message>
        <source>DATA BERHENTI %1 LALU</source>
        <translation>DATA STOPPED %1 AGO</translation>
    </message>
    <message>
        <source>BERHENTI (spasi)</source>
        <translation>PAUSED (space)</translation>
    </message>
    <message>
        <source>terbaca dari %1 m</source>
        <translation>readable from %1 m</translation>
    </message>
    <message>
        <source>Tentang dinding ini</source>
        <translation>About this wall</translation>
    </message>
    <message>
        <source>halaman berikutnya</source>
        <translation>next page</translation>
    </message>
    <message>
        <source>halaman sebelumnya</source>
        <translation>previous page</translation>
    </message>
    <message>
        <source>Spasi</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>berhenti di halaman ini, atau lanjut</source>
        <translation>stay on this page, or go on</translation>
    </message>
    <message>
        <source>layar penuh, atau jendela</source>
        <translation>whole screen, or a window</translation>
    </message>
    <message>
        <source>halaman ini, atau kembali</source>
        <translation>this page, or back</translation>
    </message>
    <message>
        <source>Hanya untuk dibaca: tidak ada tombol yang mengubah apa pun. Buku panduan: F1 di meja operator.</source>
        <translation>For reading only: no key changes anything. The handbook: F1 at an operator&apos;s desk.</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>ditarik dari %1 (%2)</source>
        <translation>pulled from %1 (%2)</translation>
    </message>
    <message>
        <source>%1 org</source>
        <translation>%1 pers.</translation>
    </message>
    <message>
        <source>di luar rencana</source>
        <translation>not in the plan</translation>
    </message>
    <message>
        <source>diminta</source>
        <translation>asked for</translation>
    </message>
    <message>
        <source>posisi basi</source>
        <translation>position stale</translation>
    </message>
    <message>
        <source>pangkalan</source>
        <translation>base</translation>
    </message>
    <message>
        <source>garis lurus</source>
        <translation>straight line</translation>
    </message>
    <message>
        <source>%1 tetap ditangani</source>
        <translation>%1 stays handled</translation>
    </message>
    <message>
        <source>%1 menunggu %2</source>
        <translation>%1 waits %2</translation>
    </message>
    <message>
        <source>jangkau %1 %2→%3</source>
        <translation>reach of %1 %2→%3</translation>
    </message>
    <message>
        <source>unit apa saja</source>
        <translation>any unit</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Mengisi %1 dengan %2 orang.</source>
        <translation>Answers %1 with %2 people.</translation>
    </message>
    <message>
        <source>Jangkau, yaitu unit siap yang sampai pada waktunya di mana pun berdiri: %1.</source>
        <translation>Reach, that is ready units that get there in time, wherever they stand: %1.</translation>
    </message>
    <message>
        <source>Di bawah batas: %1.</source>
        <translation>Under its floor: %1.</translation>
    </message>
    <message>
        <source>Ditarik dari %1 (%2, umur %3), masih di jalan.</source>
        <translation>Pulled from %1 (%2, %3 old), still on its way.</translation>
    </message>
    <message>
        <source>Ditarik dari %1 (%2, umur %3), boleh pergi.</source>
        <translation>Pulled from %1 (%2, %3 old), may leave.</translation>
    </message>
    <message>
        <source>Lama tidak terdengar dan tanpa posisi: ditaruh terakhir.</source>
        <translation>Not heard of for long and without a position: last.</translation>
    </message>
    <message>
        <source>Posisi %1 yang lalu, basi: ditaruh terakhir.</source>
        <translation>Position %1 old, stale: last.</translation>
    </message>
    <message>
        <source>Paling cepat di antara unit siap yang cocok.</source>
        <translation>The first there of the ready units that fit.</translation>
    </message>
    <message>
        <source>Tiba dalam target %1.</source>
        <translation>There within the target of %1.</translation>
    </message>
    <message>
        <source>Lewat target %1.</source>
        <translation>Later than the target of %1.</translation>
    </message>
    <message>
        <source>%1 tetap ditangani %2 unit lain.</source>
        <translation>%1 stays handled by %2 other units.</translation>
    </message>
    <message>
        <source>%1 lalu menunggu %2 untuk %3.</source>
        <translation>%1 then waits %2 for %3.</translation>
    </message>
    <message>
        <source>%1 lalu menunggu sekitar %2 sampai ada unit yang bebas.</source>
        <translation>%1 then waits about %2 until a unit is free.</translation>
    </message>
    <message>
        <source>%1 jadi lewat target %2.</source>
        <translation>%1 will be later than its target of %2.</translation>
    </message>
    <message>
        <source>Tarikan ke-%1 dari %2: sebaiknya naik ke %3.</source>
        <translation>Pull number %1 from %2: it should rise to %3.</translation>
    </message>
    <message>
        <source>Unit %1: diminta, dan dihitung setelah menerima.</source>
        <translation>A unit of %1: asked for, counts once it accepts.</translation>
    </message>
    <message>
        <source>Bukan yang diminta kartu rencana.</source>
        <translation>Not what the run card asks for.</translation>
    </message>
    <message>
        <source>Tanpa posisi: dianggap di pangkalannya.</source>
        <translation>No position: taken to be at its base.</translation>
    </message>
    <message>
        <source>Posisinya tidak diketahui.</source>
        <translation>Its position is not known.</translation>
    </message>
    <message>
        <source>Butuh %1</source>
        <translation>Needs %1</translation>
    </message>
    <message>
        <source>Alarm %1 butuh %2</source>
        <translation>Alarm %1 needs %2</translation>
    </message>
    <message>
        <source>tidak ada unit siap</source>
        <translation>no unit is ready</translation>
    </message>
    <message>
        <source>perkiraan garis lurus</source>
        <translation>estimates by straight line</translation>
    </message>
    <message>
        <source>perkiraan menurut jalan</source>
        <translation>estimates by road</translation>
    </message>
    <message>
        <source>Menurut kartu rencana ruang ini, baris %1.</source>
        <translation>By this room&apos;s run cards, row %1.</translation>
    </message>
    <message>
        <source>Menurut kartu rencana bawaan, baris %1.</source>
        <translation>By the shipped run cards, row %1.</translation>
    </message>
    <message>
        <source>%1 @%2 org</source>
        <translation>%1 @%2 pers.</translation>
    </message>
    <message>
        <source>%1 (%2 diminta)</source>
        <translation>%1 (%2 asked for)</translation>
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
</context>
<context>
    <name>Operations</name>
    <message>
        <source>kendali %1</source>
        <translation>control %1</translation>
    </message>
    <message>
        <source>%1 tugas terbuka, %2 lewat waktu</source>
        <translation>%1 tasks open, %2 overdue</translation>
    </message>
    <message>
        <source>%1 tempat</source>
        <translation>%1 places</translation>
    </message>
    <message>
        <source>Operasi ini belum punya tempat. Tambah satu (Ins).</source>
        <translation>This operation has no places yet. Add one (Ins).</translation>
    </message>
    <message>
        <source>KEPUTUSAN TERAKHIR</source>
        <translation>LATEST DECISIONS</translation>
    </message>
    <message>
        <source>TEMPAT</source>
        <translation>PLACE</translation>
    </message>
    <message>
        <source>Operasi baru</source>
        <translation>New operation</translation>
    </message>
    <message>
        <source>Tempat mana? Nama atau singkatan di daftar tempat dikenal.</source>
        <translation>Which place? Names and short names of the list of places are known.</translation>
    </message>
    <message>
        <source>Tambah</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Keluarkan %1 dari operasi?</source>
        <translation>Take %1 out of the operation?</translation>
    </message>
    <message>
        <source>Keluarkan</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>Tutup operasi %1?</source>
        <translation>End operation %1?</translation>
    </message>
    <message>
        <source>Tutup operasi</source>
        <translation>End operation</translation>
    </message>
    <message>
        <source>Situasi tiap tempat</source>
        <translation>Situation of each place</translation>
    </message>
    <message>
        <source>Hijau</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>Kuning</source>
        <translation>Yellow</translation>
    </message>
    <message>
        <source>Merah</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Jalankan rencana</source>
        <translation>Call the plan</translation>
    </message>
    <message>
        <source>Alih kendali</source>
        <translation>Transfer of control</translation>
    </message>
    <message>
        <source>Tahap kekuatan</source>
        <translation>Stage of force</translation>
    </message>
    <message>
        <source>Tambah tempat</source>
        <translation>Add place</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>melompati kuning, alasan wajib</source>
        <translation>skips yellow, a reason is needed</translation>
    </message>
    <message>
        <source>%1: alih kendali</source>
        <translation>%1: transfer of control</translation>
    </message>
    <message>
        <source>%1: catat tahap kekuatan yang diperintahkan</source>
        <translation>%1: record the stage of force that was ordered</translation>
    </message>
    <message>
        <source>%1 org</source>
        <translation>%1 ppl</translation>
    </message>
    <message>
        <source>%1 org (tertulis %2)</source>
        <translation>%1 ppl (written %2)</translation>
    </message>
    <message>
        <source>tanpa sektor</source>
        <translation>without a sector</translation>
    </message>
    <message>
        <source>Grup radio: %1</source>
        <translation>Talk groups: %1</translation>
    </message>
    <message>
        <source>%1: sisa %2 dari %3 · %4 siap</source>
        <translation>%1: %2 of %3 left · %4 ready</translation>
    </message>
    <message>
        <source>%1 orang</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>Belum ada kekuatan. Impor rencana pengamanan (O) atau tambah (Ins).</source>
        <translation>No forces yet. Import an operation order (O) or add one (Ins).</translation>
    </message>
    <message>
        <source>tanpa kecamatan</source>
        <translation>without a kecamatan</translation>
    </message>
    <message>
        <source>%1 orang Polri tanpa panggilan di papan: belum dikurangkan</source>
        <translation>%1 people of Polri without a call sign on the board: not subtracted</translation>
    </message>
    <message>
        <source>SISA KEKUATAN HARIAN (ORANG)</source>
        <translation>STRENGTH LEFT TODAY (PEOPLE)</translation>
    </message>
    <message>
        <source>SEKTOR DAN POS</source>
        <translation>SECTORS AND POSTS</translation>
    </message>
    <message>
        <source>Pasukan baru</source>
        <translation>New force</translation>
    </message>
    <message>
        <source>Keluarkan %1 dari susunan kekuatan?</source>
        <translation>Take %1 out of the order of battle?</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Satuan</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>Jumlah orang</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Induk</source>
        <translation>Under</translation>
    </message>
    <message>
        <source>Pimpinan</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>Panggilan</source>
        <translation>Call sign</translation>
    </message>
    <message>
        <source>Sektor</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Pos</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Grup radio</source>
        <translation>Talk group</translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Sumber</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Susunan kekuatan</source>
        <translation>Order of battle</translation>
    </message>
    <message>
        <source>Ubah</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Perwira yang memerintah</source>
        <translation>Officer who ordered it</translation>
    </message>
    <message>
        <source>Wewenang</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Alasan (wajib bila melompati atau di luar wewenang)</source>
        <translation>Reason (needed if it skips or is outside authority)</translation>
    </message>
    <message>
        <source>Isi perintah</source>
        <translation>Words of the order</translation>
    </message>
    <message>
        <source>Kendali kepada</source>
        <translation>Control to</translation>
    </message>
    <message>
        <source>Tahap yang diperintahkan</source>
        <translation>Stage that was ordered</translation>
    </message>
    <message>
        <source>Nama operasi</source>
        <translation>Name of the operation</translation>
    </message>
    <message>
        <source>Hari H (hh-bb-tttt)</source>
        <translation>Day (dd-mm-yyyy)</translation>
    </message>
    <message>
        <source>Siapa yang mendengar</source>
        <translation>Who heard it</translation>
    </message>
    <message>
        <source>Lewat apa</source>
        <translation>By what</translation>
    </message>
    <message>
        <source>%1 keputusan, %2 belum tercatat didengar</source>
        <translation>%1 decisions, %2 not recorded as heard</translation>
    </message>
    <message>
        <source>dicabut · </source>
        <translation>revoked · </translation>
    </message>
    <message>
        <source>Belum ada keputusan. Situasi diubah pada halaman Situasi.</source>
        <translation>No decisions yet. Levels are changed on the page Situation.</translation>
    </message>
    <message>
        <source>%1, dicatat %2</source>
        <translation>%1, entered by %2</translation>
    </message>
    <message>
        <source>di luar urutan atau wewenang biasa</source>
        <translation>outside the usual order or authority</translation>
    </message>
    <message>
        <source>PERINTAH</source>
        <translation>ORDER</translation>
    </message>
    <message>
        <source>ISI</source>
        <translation>WORDS</translation>
    </message>
    <message>
        <source>ALASAN</source>
        <translation>REASON</translation>
    </message>
    <message>
        <source>DIDENGAR</source>
        <translation>HEARD</translation>
    </message>
    <message>
        <source>DICABUT</source>
        <translation>REVOKED</translation>
    </message>
    <message>
        <source>%1 oleh %2: %3</source>
        <translation>%1 by %2: %3</translation>
    </message>
    <message>
        <source>radio</source>
        <translation>radio</translation>
    </message>
    <message>
        <source>Catatan dengar siapa yang dicoret?</source>
        <translation>Whose hearing is struck?</translation>
    </message>
    <message>
        <source>Cabut “%1”? Tulis alasannya.</source>
        <translation>Revoke “%1”? Write the reason.</translation>
    </message>
    <message>
        <source>Cabut</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>Log keputusan</source>
        <translation>Log of decisions</translation>
    </message>
    <message>
        <source>Catat yang mendengar</source>
        <translation>Record who heard</translation>
    </message>
    <message>
        <source>Coret yang mendengar</source>
        <translation>Strike who heard</translation>
    </message>
    <message>
        <source>Cabut perintah</source>
        <translation>Revoke order</translation>
    </message>
    <message>
        <source>Belum ada operasi. Buka satu pada halaman Situasi (N).</source>
        <translation>No operation yet. Open one on the page Situation (N).</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok dengan saringan.</source>
        <translation>Nothing fits the filter.</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by words</translation>
    </message>
    <message>
        <source>OPERASI</source>
        <translation>OPERATIONS</translation>
    </message>
    <message>
        <source>Operasi</source>
        <translation>Operations</translation>
    </message>
    <message>
        <source>Situasi</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Tugas</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Rencana</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>Kekuatan</source>
        <translation>Forces</translation>
    </message>
    <message>
        <source>Keputusan</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>RENCANA %1</source>
        <translation>PLAN %1</translation>
    </message>
    <message>
        <source>dijalankan %1; tugasnya pada halaman Tugas</source>
        <translation>called %1; its tasks are on the page Tasks</translation>
    </message>
    <message>
        <source>K menjalankan</source>
        <translation>K calls it</translation>
    </message>
    <message>
        <source>%1 · %2 (%3, %4 menit)</source>
        <translation>%1 · %2 (%3, %4 minutes)</translation>
    </message>
    <message>
        <source>situasi %1 di %2</source>
        <translation>situation %1 at %2</translation>
    </message>
    <message>
        <source>%1 menit</source>
        <translation>%1 minutes</translation>
    </message>
    <message>
        <source>hanya di %1</source>
        <translation>only at %1</translation>
    </message>
    <message>
        <source>versi %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>Belum disimpan.</source>
        <translation>Not saved yet.</translation>
    </message>
    <message>
        <source>Orang lain sudah menyimpan versi %1.</source>
        <translation>Somebody else has saved version %1.</translation>
    </message>
    <message>
        <source>Berlaku: rencana bawaan program.</source>
        <translation>In force: the program&apos;s own plans.</translation>
    </message>
    <message>
        <source>Berlaku: versi %1, %2, %3.</source>
        <translation>In force: version %1, %2, %3.</translation>
    </message>
    <message>
        <source>Rencana kosong. Tambah satu butir (Ins).</source>
        <translation>The plans are empty. Add an item (Ins).</translation>
    </message>
    <message>
        <source>Enter mengambil versi ini ke rancangan</source>
        <translation>Enter takes this version into the draft</translation>
    </message>
    <message>
        <source>TUGAS</source>
        <translation>TASK</translation>
    </message>
    <message>
        <source>PEMILIK</source>
        <translation>OWNER</translation>
    </message>
    <message>
        <source>PADA</source>
        <translation>ON</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Pemilik</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Menit</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Hanya di (kosong: semua)</source>
        <translation>Only at (empty: everywhere)</translation>
    </message>
    <message>
        <source>Tampilan kamera, garis jalan lat,lon lat,lon, atau RS A; RS B</source>
        <translation>Camera view, road line lat,lon lat,lon, or hospital A; hospital B</translation>
    </message>
    <message>
        <source>Rencana tiap situasi</source>
        <translation>Plan of each situation</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Versi</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>%1 butir</source>
        <translation>%1 items</translation>
    </message>
    <message>
        <source>tidak jadi %1</source>
        <translation>dropped %1</translation>
    </message>
    <message>
        <source>lewat %1</source>
        <translation>over by %1</translation>
    </message>
    <message>
        <source>%1 tugas terbuka, %2 lewat waktu, %3 selesai</source>
        <translation>%1 tasks open, %2 overdue, %3 ended</translation>
    </message>
    <message>
        <source>Belum ada tugas. Jalankan rencana di halaman Situasi (K).</source>
        <translation>No tasks yet. Call a plan on the page Situation (K).</translation>
    </message>
    <message>
        <source>DIAKHIRI</source>
        <translation>ENDED</translation>
    </message>
    <message>
        <source>Mengapa “%1” tidak jadi?</source>
        <translation>Why is “%1” dropped?</translation>
    </message>
    <message>
        <source>Tidak jadi</source>
        <translation>Drop</translation>
    </message>
    <message>
        <source>Tugas rencana</source>
        <translation>Tasks of the plan</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Minta RS siaga</source>
        <translation>Ask hospitals to stand by</translation>
    </message>
    <message>
        <source>hijau</source>
        <translation>green</translation>
    </message>
    <message>
        <source>kuning</source>
        <translation>yellow</translation>
    </message>
    <message>
        <source>merah</source>
        <translation>red</translation>
    </message>
    <message>
        <source>tertib; dalmas awal</source>
        <translation>orderly; first crowd control</translation>
    </message>
    <message>
        <source>tidak tertib; dalmas lanjut</source>
        <translation>disorderly; second crowd control</translation>
    </message>
    <message>
        <source>melanggar hukum; PHH Brimob</source>
        <translation>breaking the law; Brimob riot control</translation>
    </message>
    <message>
        <source>Kapolsek</source>
        <translation>Kapolsek</translation>
    </message>
    <message>
        <source>Kapolres</source>
        <translation>Kapolres</translation>
    </message>
    <message>
        <source>Kapolda</source>
        <translation>Kapolda</translation>
    </message>
    <message>
        <source>di lapangan</source>
        <translation>on the spot</translation>
    </message>
    <message>
        <source>1 Pencegahan (kehadiran)</source>
        <translation>1 Deterrence (presence)</translation>
    </message>
    <message>
        <source>2 Perintah lisan</source>
        <translation>2 Spoken order</translation>
    </message>
    <message>
        <source>3 Tangan kosong lunak</source>
        <translation>3 Soft empty hand</translation>
    </message>
    <message>
        <source>4 Tangan kosong keras</source>
        <translation>4 Hard empty hand</translation>
    </message>
    <message>
        <source>5 Senjata tumpul atau kimia</source>
        <translation>5 Blunt or chemical weapon</translation>
    </message>
    <message>
        <source>6 Senjata api</source>
        <translation>6 Firearm</translation>
    </message>
    <message>
        <source>Lapis ganti</source>
        <translation>Change of layer</translation>
    </message>
    <message>
        <source>Lintas ganti</source>
        <translation>Change of line</translation>
    </message>
    <message>
        <source>Rencana dijalankan</source>
        <translation>Plan called</translation>
    </message>
    <message>
        <source>Pencabutan</source>
        <translation>Revocation</translation>
    </message>
    <message>
        <source>Peralatan</source>
        <translation>Equipment</translation>
    </message>
    <message>
        <source>Beri tahu</source>
        <translation>Tell</translation>
    </message>
    <message>
        <source>Rumah sakit</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>Penutupan jalan</source>
        <translation>Road closure</translation>
    </message>
    <message>
        <source>Kamera</source>
        <translation>Cameras</translation>
    </message>
    <message>
        <source>Periksa</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Polri</source>
        <translation>Polri</translation>
    </message>
    <message>
        <source>Brimob</source>
        <translation>Brimob</translation>
    </message>
    <message>
        <source>TNI</source>
        <translation>TNI</translation>
    </message>
    <message>
        <source>Dishub</source>
        <translation>Dishub</translation>
    </message>
    <message>
        <source>Damkar</source>
        <translation>Damkar</translation>
    </message>
    <message>
        <source>Satpol PP</source>
        <translation>Satpol PP</translation>
    </message>
    <message>
        <source>Ambulans</source>
        <translation>Ambulance</translation>
    </message>
    <message>
        <source>Linmas</source>
        <translation>Linmas</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>perintah %1</source>
        <translation>ordered by %1</translation>
    </message>
    <message>
        <source>belum ada yang tercatat mendengar</source>
        <translation>nobody is recorded to have heard it</translation>
    </message>
    <message>
        <source>didengar: %1</source>
        <translation>heard by: %1</translation>
    </message>
    <message>
        <source>%1: situasi %2</source>
        <translation>%1: situation %2</translation>
    </message>
</context>
<context>
    <name>OrderRoutes</name>
    <message>
        <source>Hanya untuk Pamapta dan admin.</source>
        <translation>For shift leads and administrators only.</translation>
    </message>
    <message>
        <source>Perintah disampaikan lewat suara saja. Tambah jalur (Ins).</source>
        <translation>Orders go by voice alone. Add a route (Ins).</translation>
    </message>
    <message>
        <source>Mencoba %1 …</source>
        <translation>Trying %1 …</translation>
    </message>
    <message>
        <source>Rahasia dari penerima %1; disimpan di komputer ini</source>
        <translation>Secret of the receiver %1; kept on this computer</translation>
    </message>
    <message>
        <source>Simpan di keyring</source>
        <translation>Keep in the keyring</translation>
    </message>
    <message>
        <source>Hapus jalur %1 %2? Perintahnya lewat suara saja.</source>
        <translation>Delete the route of %1 %2? Its orders go by voice alone.</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>RUTE PERINTAH</source>
        <translation>ORDER ROUTES</translation>
    </message>
    <message>
        <source>Rute perintah</source>
        <translation>Order routes</translation>
    </message>
    <message>
        <source>Jalur ke sistem unit</source>
        <translation>Ways to the units&apos; systems</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by word</translation>
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
        <source>Coba</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>Hidup / mati</source>
        <translation>On / off</translation>
    </message>
    <message>
        <source>Rahasia</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Untuk</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Lewat</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Ke</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Nama kunci (webhook)</source>
        <translation>Name of the key (webhook)</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unit</translation>
    </message>
    <message>
        <source>jenis unit</source>
        <translation>kind of unit</translation>
    </message>
    <message>
        <source>instansi</source>
        <translation>agency</translation>
    </message>
    <message>
        <source>kontrak (id sumber)</source>
        <translation>contract (source id)</translation>
    </message>
    <message>
        <source>webhook (https)</source>
        <translation>webhook (https)</translation>
    </message>
    <message>
        <source>CoT (HOST:PORT)</source>
        <translation>CoT (HOST:PORT)</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>rahasia ada di komputer ini</source>
        <translation>secret is on this computer</translation>
    </message>
    <message>
        <source>RAHASIA BELUM ADA di sini</source>
        <translation>NO SECRET here yet</translation>
    </message>
    <message>
        <source>dimatikan</source>
        <translation>switched off</translation>
    </message>
    <message>
        <source>BELUM TERKIRIM %1</source>
        <translation>NOT SENT %1</translation>
    </message>
    <message>
        <source>belum dipakai</source>
        <translation>not used yet</translation>
    </message>
    <message>
        <source>terakhir diterima %1</source>
        <translation>last taken %1</translation>
    </message>
    <message>
        <source>menunggu %1</source>
        <translation>waiting %1</translation>
    </message>
    <message>
        <source>%1 ditolak (%2)</source>
        <translation>%1 refused (%2)</translation>
    </message>
</context>
<context>
    <name>People</name>
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
        <source>Tambah</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
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
        <source>Belum ada orang. Tambah yang pertama.</source>
        <translation>Nobody yet. Add the first.</translation>
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
    <message>
        <source>persimpangan</source>
        <translation>crossing</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>%1 · %2 TPS · %3 tempat</source>
        <translation>%1 · %2 TPS · %3 places</translation>
    </message>
    <message>
        <source>%1 dari %2 kelurahan dinilai</source>
        <translation>%1 of %2 kelurahan rated</translation>
    </message>
    <message>
        <source>Tingkat: %1</source>
        <translation>Levels: %1</translation>
    </message>
    <message>
        <source>Kerawanan per kelurahan</source>
        <translation>Vulnerability by kelurahan</translation>
    </message>
    <message>
        <source>Tidak ada kelurahan yang cocok.</source>
        <translation>No kelurahan fits.</translation>
    </message>
    <message>
        <source>bobot %1 dari %2</source>
        <translation>weight %1 of %2</translation>
    </message>
    <message>
        <source>versi %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>Berlaku: kriteria bawaan program.</source>
        <translation>In force: the program&apos;s own criteria.</translation>
    </message>
    <message>
        <source>Berlaku: versi %1, %2, %3.</source>
        <translation>In force: version %1, %2, %3.</translation>
    </message>
    <message>
        <source>Belum disimpan.</source>
        <translation>Not saved yet.</translation>
    </message>
    <message>
        <source>Orang lain sudah menyimpan versi %1.</source>
        <translation>Somebody else has saved version %1 meanwhile.</translation>
    </message>
    <message>
        <source>Kriteria</source>
        <translation>Criterion</translation>
    </message>
    <message>
        <source>Kode (huruf kecil)</source>
        <translation>Code (small letters)</translation>
    </message>
    <message>
        <source>Bobot 1–%1</source>
        <translation>Weight 1–%1</translation>
    </message>
    <message>
        <source>Sumber</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Kriteria kerawanan</source>
        <translation>Criteria of vulnerability</translation>
    </message>
    <message>
        <source>Belum ada versi yang disimpan ruang ini.</source>
        <translation>This room has saved no version yet.</translation>
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
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Versi</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by words</translation>
    </message>
    <message>
        <source>Berkas CSV atau XLSX mana? Tulis jalurnya, atau seret.</source>
        <translation>Which CSV or XLSX file? Write its path, or drop it here.</translation>
    </message>
    <message>
        <source>Baca</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Membaca: %1 baris</source>
        <translation>Reading: %1 rows</translation>
    </message>
    <message>
        <source>… dan %1 lagi</source>
        <translation>… and %1 more</translation>
    </message>
    <message>
        <source>Impor %1 baru dan %2 diubah? %3 sama, %4 tidak ada di berkas dan tetap, %5 baris salah tidak ikut. Sumber daftar:</source>
        <translation>Import %1 new and %2 changed? %3 are the same, %4 are not in the file and stay, %5 wrong rows are left out. Source of the list:</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Menyimpan %1 dari %2; Esc menghentikan</source>
        <translation>Storing %1 of %2; Esc stops it</translation>
    </message>
    <message>
        <source>Dihentikan: %1 dari %2 tersimpan. Impor lagi untuk meneruskan.</source>
        <translation>Stopped: %1 of %2 are stored. Import again to go on.</translation>
    </message>
    <message>
        <source>Tulis sebagai apa?</source>
        <translation>Write it as what?</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Buku kerja XLSX</source>
        <translation>XLSX workbook</translation>
    </message>
    <message>
        <source>Penilai</source>
        <translation>Rated by</translation>
    </message>
    <message>
        <source>Tanggal (hh-bb-tttt)</source>
        <translation>Date (dd-mm-yyyy)</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Siapa dari kita</source>
        <translation>Who of ours</translation>
    </message>
    <message>
        <source>Ringkasan</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Disepakati</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>Potensi gesekan (kelompok, tempat, waktu; bukan orang)</source>
        <translation>Expected friction (groups, places, times; no persons)</translation>
    </message>
    <message>
        <source>dicoret · </source>
        <translation>struck · </translation>
    </message>
    <message>
        <source>Catatan terbatas</source>
        <translation>Restricted note</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok dengan saringan.</source>
        <translation>Nothing matches the filter.</translation>
    </message>
    <message>
        <source>Belum ada catatan di sini. Tambah (Ins).</source>
        <translation>Nothing noted here yet. Add (Ins).</translation>
    </message>
    <message>
        <source>Tandai satu baris</source>
        <translation>Mark a row</translation>
    </message>
    <message>
        <source>KERAWANAN</source>
        <translation>VULNERABILITY</translation>
    </message>
    <message>
        <source>DIALOG</source>
        <translation>DIALOGUE</translation>
    </message>
    <message>
        <source>%1 catatan; G melihat daftarnya</source>
        <translation>%1 notes; G shows the list</translation>
    </message>
    <message>
        <source>POTENSI GESEKAN</source>
        <translation>EXPECTED FRICTION</translation>
    </message>
    <message>
        <source>Coret %1?</source>
        <translation>Strike %1?</translation>
    </message>
    <message>
        <source>Coret</source>
        <translation>Strike</translation>
    </message>
    <message>
        <source>Alasan membuka catatan ini? Pembukaan dicatat di log.</source>
        <translation>Why is this note opened? Opening it is logged.</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Keluarkan</source>
        <translation>Take off</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Catat dialog</source>
        <translation>Note a dialogue</translation>
    </message>
    <message>
        <source>Riwayat nilai</source>
        <translation>Rating history</translation>
    </message>
    <message>
        <source>Log dialog</source>
        <translation>Dialogue log</translation>
    </message>
    <message>
        <source>Potensi gesekan</source>
        <translation>Expected friction</translation>
    </message>
    <message>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Semua operasi</source>
        <translation>All operations</translation>
    </message>
    <message>
        <source>TEMPAT DAN KERAWANAN</source>
        <translation>PLACES AND VULNERABILITY</translation>
    </message>
    <message>
        <source>Tempat dan kerawanan</source>
        <translation>Places and vulnerability</translation>
    </message>
    <message>
        <source>Operasi</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>TPS</translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message>
        <source>%1 tempat, %2 dinilai</source>
        <translation>%1 places, %2 rated</translation>
    </message>
    <message>
        <source>sumber: %1</source>
        <translation>source: %1</translation>
    </message>
    <message>
        <source>KONTAK</source>
        <translation>CONTACTS</translation>
    </message>
    <message>
        <source>Keluarkan %1 dari daftar? Riwayatnya tetap ada.</source>
        <translation>Take %1 off the list? Its history stays.</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Singkatan</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>Kode</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Alamat</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Pengelola</source>
        <translation>Held by</translation>
    </message>
    <message>
        <source>Lintang, bujur</source>
        <translation>Latitude, longitude</translation>
    </message>
    <message>
        <source>Kontak (pisahkan ;)</source>
        <translation>Contacts (separate by ;)</translation>
    </message>
    <message>
        <source>Daftar tempat</source>
        <translation>List of places</translation>
    </message>
    <message>
        <source>Belum ada tempat. Ambil dari paket kota (K), impor (O) atau tambah (Ins).</source>
        <translation>No places yet. Take them from the city&apos;s pack (K), import (O) or add (Ins).</translation>
    </message>
    <message>
        <source>Dari paket kota</source>
        <translation>From the city&apos;s pack</translation>
    </message>
    <message>
        <source>Jenis tempat</source>
        <translation>Kind of place</translation>
    </message>
    <message>
        <source>Semua jenis</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>Sudah dikeluarkan</source>
        <translation>Taken off the list</translation>
    </message>
    <message>
        <source>%1 TPS, %2 khusus, %3 pemilih tercatat</source>
        <translation>%1 TPS, %2 special, %3 voters on record</translation>
    </message>
    <message>
        <source>Kemendagri %1 · KPU %2</source>
        <translation>Ministry %1 · KPU %2</translation>
    </message>
    <message>
        <source>Kode (mis. pilkada-2024)</source>
        <translation>Code (e.g. pilkada-2024)</translation>
    </message>
    <message>
        <source>Nama pemilu</source>
        <translation>Name of the election</translation>
    </message>
    <message>
        <source>Hari pemungutan (tttt-bb-hh)</source>
        <translation>Polling day (yyyy-mm-dd)</translation>
    </message>
    <message>
        <source>Keluarkan %1 dari daftar? Penilaiannya tetap ada.</source>
        <translation>Take %1 off the list? Its ratings stay.</translation>
    </message>
    <message>
        <source>Belum ada TPS. Tambah pemilu (P), lalu impor (O) atau tambah (Ins).</source>
        <translation>No polling stations yet. Add an election (P), then import (O) or add (Ins).</translation>
    </message>
    <message>
        <source>Daftar TPS</source>
        <translation>List of TPS</translation>
    </message>
    <message>
        <source>Tambah pemilu</source>
        <translation>Add election</translation>
    </message>
    <message>
        <source>Pemilu</source>
        <translation>General election</translation>
    </message>
    <message>
        <source>KPU</source>
        <translation>KPU</translation>
    </message>
    <message>
        <source>Bawaslu</source>
        <translation>Bawaslu</translation>
    </message>
    <message>
        <source>Gudang logistik</source>
        <translation>Logistics store</translation>
    </message>
    <message>
        <source>Balai kota</source>
        <translation>City hall</translation>
    </message>
    <message>
        <source>DPRD</source>
        <translation>City council</translation>
    </message>
    <message>
        <source>Kantor pemerintah</source>
        <translation>Government office</translation>
    </message>
    <message>
        <source>Kantor polisi</source>
        <translation>Police station</translation>
    </message>
    <message>
        <source>Pos</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Lapas</source>
        <translation>Prison</translation>
    </message>
    <message>
        <source>Rumah sakit</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>Kampus</source>
        <translation>Campus</translation>
    </message>
    <message>
        <source>Sekolah</source>
        <translation>School</translation>
    </message>
    <message>
        <source>Pasar</source>
        <translation>Market</translation>
    </message>
    <message>
        <source>Stasiun dan terminal</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>Tempat umum</source>
        <translation>Public place</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Pilkada</source>
        <translation>Regional election</translation>
    </message>
    <message>
        <source>Dialog</source>
        <translation>Dialogue</translation>
    </message>
    <message>
        <source>Sambang</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Patroli dialogis</source>
        <translation>Patrol with dialogue</translation>
    </message>
    <message>
        <source>– belum dinilai</source>
        <translation>– not rated</translation>
    </message>
    <message>
        <source>0 tidak ada</source>
        <translation>0 none</translation>
    </message>
    <message>
        <source>1 rendah</source>
        <translation>1 low</translation>
    </message>
    <message>
        <source>2 sedang</source>
        <translation>2 medium</translation>
    </message>
    <message>
        <source>3 tinggi</source>
        <translation>3 high</translation>
    </message>
    <message>
        <source>4 sangat tinggi</source>
        <translation>4 very high</translation>
    </message>
    <message>
        <source>belum dinilai</source>
        <translation>not rated yet</translation>
    </message>
    <message>
        <source>%1 · %2 · sumber: %3</source>
        <translation>%1 · %2 · source: %3</translation>
    </message>
    <message>
        <source>%1: %2 dari 4, bobot %3</source>
        <translation>%1: %2 of 4, weight %3</translation>
    </message>
    <message>
        <source>tidak dinilai: %1</source>
        <translation>not rated: %1</translation>
    </message>
    <message>
        <source>bobot menurut tabel versi %1; yang berlaku versi %2</source>
        <translation>weights by version %1 of the table; version %2 is in force</translation>
    </message>
    <message>
        <source>%1 (titik kelurahan; belum disurvei)</source>
        <translation>%1 (point of the kelurahan; not surveyed)</translation>
    </message>
    <message>
        <source>letak belum diketahui</source>
        <translation>whereabouts unknown</translation>
    </message>
    <message>
        <source>titik GPS</source>
        <translation>GPS point</translation>
    </message>
    <message>
        <source>titik dari daftar</source>
        <translation>point from a list</translation>
    </message>
    <message>
        <source>titik diketik</source>
        <translation>typed point</translation>
    </message>
    <message>
        <source>titik kelurahan</source>
        <translation>point of the kelurahan</translation>
    </message>
    <message>
        <source>titik</source>
        <translation>point</translation>
    </message>
    <message>
        <source>TPS %1 %2</source>
        <translation>TPS %1 %2</translation>
    </message>
    <message>
        <source>khusus</source>
        <translation>special</translation>
    </message>
    <message>
        <source>%1 pemilih</source>
        <translation>%1 voters</translation>
    </message>
    <message>
        <source>Nomor TPS</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Jumlah pemilih</source>
        <translation>Voters</translation>
    </message>
    <message>
        <source>Lokasi</source>
        <translation>Location</translation>
    </message>
    <message>
        <source>Kode kelurahan KPU</source>
        <translation>KPU&apos;s code of the kelurahan</translation>
    </message>
</context>
<context>
    <name>Planned</name>
    <message>
        <source>tidak dijadwalkan lagi, berlaku sekarang</source>
        <translation>no longer scheduled, in effect now</translation>
    </message>
    <message>
        <source>dijadwalkan %1</source>
        <translation>scheduled for %1</translation>
    </message>
    <message>
        <source>%1 mulai kapan? %2</source>
        <translation>When does %1 begin? %2</translation>
    </message>
    <message>
        <source>sekarang</source>
        <translation>now</translation>
    </message>
    <message>
        <source>Jadwalkan</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Nomor lain</source>
        <translation>Another number</translation>
    </message>
    <message>
        <source>Tautkan %1 dengan</source>
        <translation>Link %1 with</translation>
    </message>
    <message>
        <source>Kejadian %1</source>
        <translation>Incident %1</translation>
    </message>
    <message>
        <source>Tautkan %1 dengan nomor</source>
        <translation>Link %1 with number</translation>
    </message>
    <message>
        <source>Tautkan</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Lepas tautan %1 dengan</source>
        <translation>Unlink %1 from</translation>
    </message>
    <message>
        <source>Lihat</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Lepas</source>
        <translation>Unlink</translation>
    </message>
    <message>
        <source>Lihat %1</source>
        <translation>Show %1</translation>
    </message>
    <message>
        <source>Lepas %1</source>
        <translation>Unlink %1</translation>
    </message>
    <message>
        <source>dan %1 tautan lain</source>
        <translation>and %1 more links</translation>
    </message>
    <message>
        <source>Dijadwalkan %1, %2 lagi</source>
        <translation>Scheduled for %1, in %2</translation>
    </message>
    <message>
        <source>Tautan %1</source>
        <translation>Linked %1</translation>
    </message>
    <message>
        <source>Akibat dari %1</source>
        <translation>Effect of %1</translation>
    </message>
    <message>
        <source>Penyebab %1</source>
        <translation>Cause of %1</translation>
    </message>
    <message>
        <source>Pelaku sama dengan %1</source>
        <translation>Same person as %1</translation>
    </message>
    <message>
        <source>Lokasi sama dengan %1</source>
        <translation>Same place as %1</translation>
    </message>
    <message>
        <source>Terkait %1</source>
        <translation>Related to %1</translation>
    </message>
    <message>
        <source>besok %1</source>
        <translation>tomorrow %1</translation>
    </message>
    <message>
        <source>%1 · %2 lagi</source>
        <translation>%1 · in %2</translation>
    </message>
    <message>
        <source>JADWAL KEJADIAN</source>
        <translation>SCHEDULED INCIDENTS</translation>
    </message>
    <message>
        <source>Jadwal kejadian</source>
        <translation>Scheduled incidents</translation>
    </message>
    <message>
        <source>Kejadian terjadwal</source>
        <translation>Scheduled incidents</translation>
    </message>
    <message>
        <source>Belum ada yang dijadwalkan. Tambah (Ins).</source>
        <translation>Nothing is scheduled yet. Add (Ins).</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by words</translation>
    </message>
    <message>
        <source>Tambah</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Ubah waktu</source>
        <translation>Change time</translation>
    </message>
    <message>
        <source>Berlaku sekarang</source>
        <translation>In effect now</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Begins</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>Playback</name>
    <message>
        <source>saran saat itu: %1</source>
        <translation>advice at the time: %1</translation>
    </message>
    <message>
        <source>%1 dari %2 catatan</source>
        <translation>%1 of %2 entries</translation>
    </message>
    <message>
        <source>%1 dari %2 catatan, memuat</source>
        <translation>%1 of %2 entries, loading</translation>
    </message>
    <message>
        <source>Jeda</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Putar</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>PUTAR ULANG · hanya dibaca</source>
        <translation>PLAYBACK · read-only</translation>
    </message>
    <message>
        <source>Geser %1</source>
        <translation>Move %1</translation>
    </message>
    <message>
        <source>Kecepatan</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Ke waktu</source>
        <translation>Go to time</translation>
    </message>
    <message>
        <source>Sampai saat itu belum ada gambar yang disimpan.</source>
        <translation>No picture had been kept by then.</translation>
    </message>
    <message>
        <source>Berkas ada di meja lain</source>
        <translation>The file is on another workstation</translation>
    </message>
    <message>
        <source>Garis waktu, %1</source>
        <translation>Timeline, %1</translation>
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
        <source>balasan</source>
        <translation>reply</translation>
    </message>
    <message>
        <source>jadwal</source>
        <translation>schedule</translation>
    </message>
    <message>
        <source>tautan</source>
        <translation>link</translation>
    </message>
    <message>
        <source>alamat</source>
        <translation>address</translation>
    </message>
    <message>
        <source>tingkat alarm</source>
        <translation>alarm level</translation>
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
    <name>Printing</name>
    <message>
        <source>Mencari printer…</source>
        <translation>Looking for printers…</translation>
    </message>
    <message>
        <source>Cetak ke printer yang mana?</source>
        <translation>Print on which printer?</translation>
    </message>
    <message>
        <source>Cetak ke printer yang mana? (%1 pertama)</source>
        <translation>Print on which printer? (the first %1)</translation>
    </message>
</context>
<context>
    <name>Procedures</name>
    <message>
        <source>Yang perlu diingat</source>
        <translation>To bear in mind</translation>
    </message>
    <message>
        <source>Langkah, satu per baris</source>
        <translation>Steps, one on each line</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Orang lain sudah menyimpan prosedur; buka lagi.</source>
        <translation>Somebody else has saved procedures; open it again.</translation>
    </message>
    <message>
        <source>%1 langkah</source>
        <translation>%1 steps</translation>
    </message>
    <message>
        <source>bawaan</source>
        <translation>shipped</translation>
    </message>
    <message>
        <source>milik ruang</source>
        <translation>the room&apos;s own</translation>
    </message>
    <message>
        <source>memakai yang umum</source>
        <translation>uses the general one</translation>
    </message>
    <message>
        <source>Kembali ke prosedur bawaan untuk %1?</source>
        <translation>Back to the shipped procedure for %1?</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>Prosedur</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>Prosedur menurut jenis kejadian</source>
        <translation>Procedures by kind of incident</translation>
    </message>
    <message>
        <source>Tidak ada jenis yang cocok.</source>
        <translation>No kind fits.</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by word</translation>
    </message>
    <message>
        <source>Ubah</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Kembali ke bawaan</source>
        <translation>Back to the shipped one</translation>
    </message>
</context>
<context>
    <name>Ptz</name>
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
</context>
<context>
    <name>Queue</name>
    <message>
        <source>%1 diminta</source>
        <translation>%1 requested</translation>
    </message>
    <message>
        <source>%1 konflik</source>
        <translation>%1 conflict</translation>
    </message>
    <message>
        <source>TERJADWAL</source>
        <translation>SCHEDULED</translation>
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
        <source>Antrean kejadian</source>
        <translation>Incident queue</translation>
    </message>
    <message>
        <source>Tidak ada kejadian</source>
        <translation>No incidents</translation>
    </message>
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
        <source>%1 laporan · %2 pelapor</source>
        <translation>%1 reports · %2 reporters</translation>
    </message>
    <message>
        <source>ada yang terancam</source>
        <translation>somebody in danger</translation>
    </message>
    <message>
        <source>satu dari banyak laporan</source>
        <translation>one of many reports</translation>
    </message>
    <message>
        <source>terlambat</source>
        <translation>arrived late</translation>
    </message>
    <message>
        <source>anak #%1</source>
        <translation>part of #%1</translation>
    </message>
    <message>
        <source>induk, %1 anak</source>
        <translation>event in %1 places</translation>
    </message>
    <message>
        <source>ALARM %1</source>
        <translation>ALARM %1</translation>
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
</context>
<context>
    <name>Radio</name>
    <message>
        <source>Bukan mitra terdaftar</source>
        <translation>Not a registered partner</translation>
    </message>
    <message>
        <source>%1 kegiatan</source>
        <translation>%1 activities</translation>
    </message>
    <message>
        <source>Unsur</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Kegiatan</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Papan sinergitas</source>
        <translation>Synergy board</translation>
    </message>
    <message>
        <source>Bulan lalu</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>Bulan berikut</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>Simpan CSV</source>
        <translation>Save CSV</translation>
    </message>
    <message>
        <source>Arti sandi: tampil</source>
        <translation>Code meanings: shown</translation>
    </message>
    <message>
        <source>Arti sandi</source>
        <translation>Code meanings</translation>
    </message>
    <message>
        <source>Sembunyikan arti sandi</source>
        <translation>Hide code meanings</translation>
    </message>
    <message>
        <source>Tampilkan arti sandi</source>
        <translation>Show code meanings</translation>
    </message>
    <message>
        <source>Buku sandi</source>
        <translation>Code book</translation>
    </message>
    <message>
        <source>Buku sandi kosong. Tambah (Ins) yang pertama.</source>
        <translation>The code book is empty. Add (Ins) the first.</translation>
    </message>
    <message>
        <source>Sandi</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Artinya</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>dicoret</source>
        <translation>struck through</translation>
    </message>
    <message>
        <source>B: teruskan ke %1</source>
        <translation>B: refer to %1</translation>
    </message>
    <message>
        <source>Mitra</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Belum ada mitra. Tambah (Ins) atau impor CSV (O).</source>
        <translation>No partners yet. Add (Ins) or import a CSV (O).</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Panggilan</source>
        <translation>Call sign</translation>
    </message>
    <message>
        <source>RW</source>
        <translation>RW</translation>
    </message>
    <message>
        <source>Kontak atau sumber</source>
        <translation>Contact or source</translation>
    </message>
    <message>
        <source>Keluarkan %1 dari daftar?</source>
        <translation>Remove %1 from the list?</translation>
    </message>
    <message>
        <source>Keluarkan</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Berkas CSV mana? Tulis jalurnya, atau seret berkas ke sini.</source>
        <translation>Which CSV file? Type its path, or drag the file here.</translation>
    </message>
    <message>
        <source>Baca</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Impor %1 baris; %2 baris salah tidak ikut.</source>
        <translation>Import %1 rows; %2 faulty rows stay out.</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>… dan %1 lagi</source>
        <translation>… and %1 more</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by words</translation>
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
        <source>Impor CSV</source>
        <translation>Import CSV</translation>
    </message>
    <message>
        <source>baris %1, kolom %2: %3</source>
        <translation>row %1, column %2: %3</translation>
    </message>
    <message>
        <source>Enter mencatat · #bencana di akhir baris memberi kegiatan</source>
        <translation>Enter logs · #bencana at the end gives the activity</translation>
    </message>
    <message>
        <source>Kanal</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Kabar radio</source>
        <translation>Radio traffic</translation>
    </message>
    <message>
        <source>Panggilan, lalu apa yang dikatakan</source>
        <translation>Call sign, then what was said</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Kentongan: P1, berbunyi di semua meja</source>
        <translation>Kentongan: P1, rings at every desk</translation>
    </message>
    <message>
        <source>Karena apa</source>
        <translation>What for</translation>
    </message>
    <message>
        <source>Bunyikan</source>
        <translation>Sound it</translation>
    </message>
    <message>
        <source>RW %1: %2 orang sampai %3 %4</source>
        <translation>RW %1: %2 people until %3 %4</translation>
    </message>
    <message>
        <source>dan %1 lagi</source>
        <translation>and %1 more</translation>
    </message>
    <message>
        <source>belum ada mitra</source>
        <translation>no partner yet</translation>
    </message>
    <message>
        <source>selesai: %1</source>
        <translation>done: %1</translation>
    </message>
    <message>
        <source>terlambat %1</source>
        <translation>%1 late</translation>
    </message>
    <message>
        <source>sisa %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>LINGKUNGAN %1</source>
        <translation>NEIGHBOURHOOD %1</translation>
    </message>
    <message>
        <source>Sedang ronda: %1</source>
        <translation>On watch now: %1</translation>
    </message>
    <message>
        <source>Kerawanan: %1</source>
        <translation>Vulnerable to: %1</translation>
    </message>
    <message>
        <source>Jemput bola %1</source>
        <translation>Visit %1</translation>
    </message>
    <message>
        <source>Lingkungan kejadian</source>
        <translation>Neighbourhood of the incident</translation>
    </message>
    <message>
        <source>Yang perlu dilihat</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>Batas waktu</source>
        <translation>Due in</translation>
    </message>
    <message>
        <source>2 jam</source>
        <translation>2 hours</translation>
    </message>
    <message>
        <source>1 hari</source>
        <translation>1 day</translation>
    </message>
    <message>
        <source>3 hari</source>
        <translation>3 days</translation>
    </message>
    <message>
        <source>Hasil kunjungan</source>
        <translation>What came of it</translation>
    </message>
    <message>
        <source>%1 baru</source>
        <translation>%1 new</translation>
    </message>
    <message>
        <source>RADIO</source>
        <translation>RADIO</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Belum ada kabar radio 24 jam ini.</source>
        <translation>No radio traffic in the last 24 hours.</translation>
    </message>
    <message>
        <source>Tautkan ke kejadian</source>
        <translation>Link to incident</translation>
    </message>
    <message>
        <source>Jadikan kejadian</source>
        <translation>Make an incident</translation>
    </message>
    <message>
        <source>Teruskan</source>
        <translation>Refer</translation>
    </message>
    <message>
        <source>Coret</source>
        <translation>Strike through</translation>
    </message>
    <message>
        <source>MITRA</source>
        <translation>PARTNERS</translation>
    </message>
    <message>
        <source>Mitra, ronda, sinergitas</source>
        <translation>Partners, watch, synergy</translation>
    </message>
    <message>
        <source>Ronda</source>
        <translation>Night watch</translation>
    </message>
    <message>
        <source>Sinergitas</source>
        <translation>Synergy</translation>
    </message>
    <message>
        <source>%1 orang</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>sedang ronda</source>
        <translation>on watch now</translation>
    </message>
    <message>
        <source>Jadwal ronda</source>
        <translation>Night watch roster</translation>
    </message>
    <message>
        <source>Belum ada jadwal ronda. Tambah (Ins) atau impor CSV (O).</source>
        <translation>No night watch yet. Add (Ins) or import a CSV (O).</translation>
    </message>
    <message>
        <source>Hari</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Orang</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Kontak</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Senkom</source>
        <translation>Senkom</translation>
    </message>
    <message>
        <source>Siskamling</source>
        <translation>Siskamling</translation>
    </message>
    <message>
        <source>Polisi RW</source>
        <translation>Polisi RW</translation>
    </message>
    <message>
        <source>Bhabinkamtibmas</source>
        <translation>Bhabinkamtibmas</translation>
    </message>
    <message>
        <source>Linmas</source>
        <translation>Linmas</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Tanpa kegiatan</source>
        <translation>No activity</translation>
    </message>
    <message>
        <source>rendah</source>
        <translation>low</translation>
    </message>
    <message>
        <source>sedang</source>
        <translation>medium</translation>
    </message>
    <message>
        <source>tinggi</source>
        <translation>high</translation>
    </message>
    <message>
        <source>Senin</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Selasa</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Rabu</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Kamis</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Jumat</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Sabtu</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Minggu</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Januari</source>
        <translation>January</translation>
    </message>
    <message>
        <source>Februari</source>
        <translation>February</translation>
    </message>
    <message>
        <source>Maret</source>
        <translation>March</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>Mei</source>
        <translation>May</translation>
    </message>
    <message>
        <source>Juni</source>
        <translation>June</translation>
    </message>
    <message>
        <source>Juli</source>
        <translation>July</translation>
    </message>
    <message>
        <source>Agustus</source>
        <translation>August</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>Oktober</source>
        <translation>October</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>Desember</source>
        <translation>December</translation>
    </message>
</context>
<context>
    <name>Reassign</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 → %2 %3</source>
        <translation>%1 → %2 %3</translation>
    </message>
    <message>
        <source>%1 · dari pangkalan, tanpa posisi</source>
        <translation>%1 · from its base, no position</translation>
    </message>
    <message>
        <source>%1 · posisi %2, basi</source>
        <translation>%1 · position %2, stale</translation>
    </message>
    <message>
        <source>%1 · posisi %2</source>
        <translation>%1 · position %2</translation>
    </message>
    <message>
        <source>perkiraan tiba dihitung…</source>
        <translation>arrival is being worked out…</translation>
    </message>
    <message>
        <source>perkiraan tiba tidak diketahui</source>
        <translation>arrival unknown</translation>
    </message>
    <message>
        <source>± %1 (%2 m), %3</source>
        <translation>± %1 (%2 min), %3</translation>
    </message>
    <message>
        <source>± %1 sampai %2</source>
        <translation>± %1 to %2</translation>
    </message>
    <message>
        <source>%1 posisi basi</source>
        <translation>%1 stale positions</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>Cakupan tidak berubah</source>
        <translation>Coverage does not change</translation>
    </message>
    <message>
        <source>Siap: %1</source>
        <translation>Ready: %1</translation>
    </message>
    <message>
        <source>Kini %1 %2 (%3)</source>
        <translation>Now on %1 %2 (%3)</translation>
    </message>
    <message>
        <source>%1; bila ditarik tetap ditangani %2</source>
        <translation>%1; if pulled %2 stays on it</translation>
    </message>
    <message>
        <source>%1; penggantinya dihitung…</source>
        <translation>%1; its relief is being worked out…</translation>
    </message>
    <message>
        <source>%1; bila ditarik tanpa pengganti siap</source>
        <translation>%1; if pulled nobody ready takes over</translation>
    </message>
    <message>
        <source>%1; bila ditarik menunggu ± %2 (%3)</source>
        <translation>%1; if pulled it waits ± %2 (%3)</translation>
    </message>
    <message>
        <source>Perintahkan</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Tumpuk: setelah tugas kini</source>
        <translation>Stack: after its job</translation>
    </message>
    <message>
        <source>Tarik sekarang</source>
        <translation>Pull now</translation>
    </message>
    <message>
        <source>Batalkan tugas kini</source>
        <translation>Call off its job</translation>
    </message>
    <message>
        <source>Yang bebas saja</source>
        <translation>Only who is free</translation>
    </message>
</context>
<context>
    <name>Referrals</name>
    <message>
        <source>alasan: %1</source>
        <translation>reason: %1</translation>
    </message>
    <message>
        <source>hasil: %1</source>
        <translation>outcome: %1</translation>
    </message>
    <message>
        <source>pesan tidak diterima: cetak suratnya</source>
        <translation>message not taken: print the letter</translation>
    </message>
    <message>
        <source>pesan sedang dikirim</source>
        <translation>message on its way</translation>
    </message>
    <message>
        <source>Diterima</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Ditolak…</source>
        <translation>Refused…</translation>
    </message>
    <message>
        <source>Hasil…</source>
        <translation>Outcome…</translation>
    </message>
    <message>
        <source>Tarik…</source>
        <translation>Withdraw…</translation>
    </message>
    <message>
        <source>Cetak surat</source>
        <translation>Print letter</translation>
    </message>
    <message>
        <source>Alasan instansi menolak, lalu Enter</source>
        <translation>Why the agency refuses, then Enter</translation>
    </message>
    <message>
        <source>Hasil dari instansi, lalu Enter</source>
        <translation>What came of it, then Enter</translation>
    </message>
    <message>
        <source>Alasan ditarik, lalu Enter</source>
        <translation>Why it is withdrawn, then Enter</translation>
    </message>
    <message>
        <source>Menurut hukum harus sampai sebelum %1</source>
        <translation>By law it must be with them before %1</translation>
    </message>
    <message>
        <source>Pasal ini belum kami periksa: tanyakan Sikum</source>
        <translation>We have not checked this article: ask the legal section</translation>
    </message>
    <message>
        <source>Teruskan ke instansi lain</source>
        <translation>Hand on to another agency</translation>
    </message>
    <message>
        <source>Pelanggaran pemilu: urusan Bawaslu atau Sentra Gakkumdu, bukan patroli.</source>
        <translation>Election offence: for Bawaslu or the Gakkumdu centre, not for a patrol.</translation>
    </message>
    <message>
        <source>Tenggat menurut hukum</source>
        <translation>Deadline by law</translation>
    </message>
    <message>
        <source>Yang diteruskan, tanpa data pelapor</source>
        <translation>What is handed on, without the reporter&apos;s data</translation>
    </message>
    <message>
        <source>Teruskan</source>
        <translation>Hand on</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Penerusan</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>Daftar penerusan terbuka</source>
        <translation>List of open referrals</translation>
    </message>
    <message>
        <source>%1 ditolak: kembali ke kita</source>
        <translation>%1 refused: back with us</translation>
    </message>
    <message>
        <source>%1 penerusan terbuka, %2 terlambat</source>
        <translation>%1 open referrals, %2 overdue</translation>
    </message>
    <message>
        <source>%1 penerusan terbuka</source>
        <translation>%1 open referrals</translation>
    </message>
    <message>
        <source>Tidak ada penerusan terbuka</source>
        <translation>No open referrals</translation>
    </message>
    <message>
        <source>Instansi: ketik nama atau singkatan</source>
        <translation>Agency: type a name or short name</translation>
    </message>
    <message>
        <source>Menunggu jawaban</source>
        <translation>Awaiting an answer</translation>
    </message>
    <message>
        <source>Ditolak</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Ditarik</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>lewat sistem</source>
        <translation>by their system</translation>
    </message>
    <message>
        <source>lewat surel</source>
        <translation>by e-mail</translation>
    </message>
    <message>
        <source>lewat surat</source>
        <translation>by letter</translation>
    </message>
    <message>
        <source>jawaban dalam %1</source>
        <translation>answer due in %1</translation>
    </message>
    <message>
        <source>hasil dalam %1</source>
        <translation>outcome due in %1</translation>
    </message>
    <message>
        <source>jawaban terlambat %1</source>
        <translation>answer overdue by %1</translation>
    </message>
    <message>
        <source>hasil terlambat %1</source>
        <translation>outcome overdue by %1</translation>
    </message>
    <message>
        <source>Langkah 1: telepon petugas piket instansi</source>
        <translation>Step 1: telephone the agency&apos;s duty officer</translation>
    </message>
    <message>
        <source>Langkah 2: kepala regu menghubungi pimpinan instansi</source>
        <translation>Step 2: the shift lead calls the head of the agency</translation>
    </message>
    <message>
        <source>Langkah 3: laporkan kepada Kapolresta, tempuh jalan lain</source>
        <translation>Step 3: report to the chief of police, go another way</translation>
    </message>
    <message>
        <source>dijawab %1</source>
        <translation>answered %1</translation>
    </message>
    <message>
        <source>nomor %1</source>
        <translation>number %1</translation>
    </message>
</context>
<context>
    <name>Replies</name>
    <message>
        <source>KABAR KE PELAPOR</source>
        <translation>TOLD TO REPORTERS</translation>
    </message>
    <message>
        <source>dan %1 laporan lagi</source>
        <translation>and %1 more reports</translation>
    </message>
    <message>
        <source>%1 laporan tanpa jalan balasan</source>
        <translation>%1 reports nobody can answer</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Judul</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Kelurahan</source>
        <translation>Kelurahan</translation>
    </message>
    <message>
        <source>Berlaku</source>
        <translation>Valid for</translation>
    </message>
    <message>
        <source>Isi</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>%1 jam</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Simpan konsep</source>
        <translation>Keep the draft</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>s.d. %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>PEMBERITAHUAN PUBLIK</source>
        <translation>PUBLIC NOTICES</translation>
    </message>
    <message>
        <source>Pemberitahuan publik</source>
        <translation>Public notices</translation>
    </message>
    <message>
        <source>Belum ada pemberitahuan publik</source>
        <translation>No public notice yet</translation>
    </message>
    <message>
        <source>Konsep baru</source>
        <translation>New draft</translation>
    </message>
    <message>
        <source>Setujui dan umumkan</source>
        <translation>Approve and publish</translation>
    </message>
    <message>
        <source>Tarik</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>belum diberi tahu</source>
        <translation>not told yet</translation>
    </message>
    <message>
        <source>koreksi: %1</source>
        <translation>correction: %1</translation>
    </message>
    <message>
        <source>diterima</source>
        <translation>received</translation>
    </message>
    <message>
        <source>terverifikasi</source>
        <translation>verified</translation>
    </message>
    <message>
        <source>dalam proses</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>selesai</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>kasus diterima</source>
        <translation>case accepted</translation>
    </message>
    <message>
        <source>kasus ditolak</source>
        <translation>case refused</translation>
    </message>
    <message>
        <source>kasus selesai</source>
        <translation>case done</translation>
    </message>
    <message>
        <source>ditolak (%1)</source>
        <translation>refused (%1)</translation>
    </message>
    <message>
        <source>menunggu</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>didengar %1</source>
        <translation>heard %1</translation>
    </message>
    <message>
        <source>Jalan ditutup</source>
        <translation>Road closed</translation>
    </message>
    <message>
        <source>Banjir</source>
        <translation>Flood</translation>
    </message>
    <message>
        <source>Kerumunan</source>
        <translation>Crowd</translation>
    </message>
    <message>
        <source>Kebakaran</source>
        <translation>Fire</translation>
    </message>
    <message>
        <source>Lainnya</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>konsep</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>disetujui</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>ditarik</source>
        <translation>withdrawn</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>LATIHAN: tidak ada yang sungguh terjadi</source>
        <translation>EXERCISE: nothing of this happened</translation>
    </message>
    <message>
        <source>Dibuat %1</source>
        <translation>Made %1</translation>
    </message>
    <message>
        <source>Kejadian</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Masih aktif pada akhir</source>
        <translation>Still active at the end</translation>
    </message>
    <message>
        <source>Keputusan</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>Inject disampaikan</source>
        <translation>Injects put in</translation>
    </message>
    <message>
        <source>Inject hilang</source>
        <translation>Injects lost</translation>
    </message>
    <message>
        <source>Inject terlewat</source>
        <translation>Injects missed</translation>
    </message>
    <message>
        <source>Catatan penilai</source>
        <translation>Evaluators&apos; notes</translation>
    </message>
    <message>
        <source>Catatan dalam log</source>
        <translation>Entries in the log</translation>
    </message>
    <message>
        <source>Hal</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Ringkasan</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Target (s)</source>
        <translation>Target (s)</translation>
    </message>
    <message>
        <source>P90 dalam target</source>
        <translation>P90 within target</translation>
    </message>
    <message>
        <source>Tidak dihitung</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>Jam terhadap target</source>
        <translation>Clocks against targets</translation>
    </message>
    <message>
        <source>ya</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>tidak</source>
        <translation>no</translation>
    </message>
    <message>
        <source>laporan</source>
        <translation>report</translation>
    </message>
    <message>
        <source>rumor</source>
        <translation>rumour</translation>
    </message>
    <message>
        <source>media</source>
        <translation>media</translation>
    </message>
    <message>
        <source>kamera</source>
        <translation>camera</translation>
    </message>
    <message>
        <source>unit gagal</source>
        <translation>unit fails</translation>
    </message>
    <message>
        <source>unit kembali</source>
        <translation>unit back</translation>
    </message>
    <message>
        <source>situasi</source>
        <translation>level</translation>
    </message>
    <message>
        <source>dikirim</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>disampaikan</source>
        <translation>put in</translation>
    </message>
    <message>
        <source>dilewati</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>hilang</source>
        <translation>lost</translation>
    </message>
    <message>
        <source>tanpa kamera</source>
        <translation>no camera</translation>
    </message>
    <message>
        <source>menunggu</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>ditolak</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>syarat tidak terjadi</source>
        <translation>condition never held</translation>
    </message>
    <message>
        <source>diambil</source>
        <translation>taken</translation>
    </message>
    <message>
        <source>diverifikasi</source>
        <translation>verified</translation>
    </message>
    <message>
        <source>diperintah</source>
        <translation>ordered</translation>
    </message>
    <message>
        <source>di TKP</source>
        <translation>on scene</translation>
    </message>
    <message>
        <source>selesai</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Inject</source>
        <translation>Inject</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Diharapkan dan terjadi</source>
        <translation>Expected and done</translation>
    </message>
    <message>
        <source>Terlewat</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>TERLEWAT</source>
        <translation>MISSED</translation>
    </message>
    <message>
        <source>Meja</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Diketahui saat itu</source>
        <translation>Known then</translation>
    </message>
    <message>
        <source>aktif %1, unit siap %2</source>
        <translation>active %1, units free %2</translation>
    </message>
    <message>
        <source>%1, %2 laporan, umur %3; aktif %4, unit siap %5</source>
        <translation>%1, %2 reports, age %3; active %4, units free %5</translation>
    </message>
    <message>
        <source>Penilai</source>
        <translation>Evaluator</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Oleh</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Yang terjadi</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Jalannya latihan</source>
        <translation>Course of the exercise</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>isian laporan diganti</source>
        <translation>a field of the report was replaced</translation>
    </message>
    <message>
        <source>untuk %1</source>
        <translation>for %1</translation>
    </message>
    <message>
        <source>CSV kejadian: %1 dari %2 kejadian</source>
        <translation>CSV of incidents: %1 of %2</translation>
    </message>
    <message>
        <source>CSV kejadian tidak ditulis.</source>
        <translation>The CSV of incidents was not written.</translation>
    </message>
    <message>
        <source>Bentuk laporan</source>
        <translation>Kind of report</translation>
    </message>
    <message>
        <source>Teks laporan</source>
        <translation>Text of the report</translation>
    </message>
    <message>
        <source>Salin teks</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>Cetak PDF</source>
        <translation>Print PDF</translation>
    </message>
    <message>
        <source>Cetak ke printer</source>
        <translation>Print on a printer</translation>
    </message>
    <message>
        <source>Simpan teks</source>
        <translation>Save text</translation>
    </message>
    <message>
        <source>CSV kejadian</source>
        <translation>CSV of incidents</translation>
    </message>
    <message>
        <source>Isian: LP, saksi, barang bukti</source>
        <translation>Fields: LP, witnesses, evidence</translation>
    </message>
    <message>
        <source>Buka identitas pelapor</source>
        <translation>Open the reporter&apos;s identity</translation>
    </message>
    <message>
        <source>Dasar LP (nomor)</source>
        <translation>Police report (LP) number</translation>
    </message>
    <message>
        <source>Saksi (jumlah, tanpa nama)</source>
        <translation>Witnesses (how many, no names)</translation>
    </message>
    <message>
        <source>Terlapor (jumlah, tanpa nama)</source>
        <translation>Accused (how many, no names)</translation>
    </message>
    <message>
        <source>Barang bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Penyebab</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Kerugian</source>
        <translation>Damage</translation>
    </message>
    <message>
        <source>LAPORAN</source>
        <translation>REPORTS</translation>
    </message>
    <message>
        <source>Lapsit dan laporan berkala</source>
        <translation>Lapsit and periodic reports</translation>
    </message>
    <message>
        <source>Lapsit</source>
        <translation>Lapsit</translation>
    </message>
    <message>
        <source>Berkala</source>
        <translation>Periodic</translation>
    </message>
    <message>
        <source>Templat</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>membaca: %1 baris</source>
        <translation>reading: %1 rows</translation>
    </message>
    <message>
        <source>dihentikan; yang tampak adalah laporan sebelumnya</source>
        <translation>stopped; what is shown is the report before</translation>
    </message>
    <message>
        <source>%1: %2 baris dibaca</source>
        <translation>%1: %2 rows read</translation>
    </message>
    <message>
        <source>Mengapa %1 lewat target? Tulis keadaannya, bukan siapanya.</source>
        <translation>Why did %1 run over target? Write the circumstances, not who.</translation>
    </message>
    <message>
        <source>Catat</source>
        <translation>Write down</translation>
    </message>
    <message>
        <source>Jenis laporan</source>
        <translation>Kind of report</translation>
    </message>
    <message>
        <source>Menurut</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Kurun sebelumnya</source>
        <translation>Period before</translation>
    </message>
    <message>
        <source>Kurun sesudahnya</source>
        <translation>Period after</translation>
    </message>
    <message>
        <source>Buat</source>
        <translation>Make</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Simpan XLSX</source>
        <translation>Save XLSX</translation>
    </message>
    <message>
        <source>Catat alasan</source>
        <translation>Write the reason</translation>
    </message>
    <message>
        <source>Ringkasan</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Jam tanggap</source>
        <translation>Response clocks</translation>
    </message>
    <message>
        <source>Menurut…</source>
        <translation>By…</translation>
    </message>
    <message>
        <source>Grafik dan peta</source>
        <translation>Charts and map</translation>
    </message>
    <message>
        <source>Lewat target</source>
        <translation>Over target</translation>
    </message>
    <message>
        <source>Kejadian (batang), sebelumnya (garis), P90 lapor→TKP (titik, skala kanan)</source>
        <translation>Incidents (bars), before (lines), P90 report→scene (points, scale at the right)</translation>
    </message>
    <message>
        <source>Kejadian menurut jam, dan kurun sebelumnya</source>
        <translation>Incidents by hour, and the period before</translation>
    </message>
    <message>
        <source>Kejadian menurut kecamatan</source>
        <translation>Incidents by kecamatan</translation>
    </message>
    <message>
        <source>LATIHAN: bukan angka ruang ini</source>
        <translation>EXERCISE: not figures of this room</translation>
    </message>
    <message>
        <source>dibandingkan dengan %1 – %2</source>
        <translation>compared with %1 – %2</translation>
    </message>
    <message>
        <source>Dibuat %1; %2 baris dibaca</source>
        <translation>Made %1; %2 rows read</translation>
    </message>
    <message>
        <source>Kejadian</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>di antaranya %1</source>
        <translation>of these %1</translation>
    </message>
    <message>
        <source>Perintah kepada unit</source>
        <translation>Orders to units</translation>
    </message>
    <message>
        <source>Telepon 110</source>
        <translation>110 calls</translation>
    </message>
    <message>
        <source>Lewat target, semua jam</source>
        <translation>Over target, all clocks</translation>
    </message>
    <message>
        <source>Hal</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Kurun ini</source>
        <translation>This period</translation>
    </message>
    <message>
        <source>Sebelumnya</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Selisih</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Dalam target</source>
        <translation>Within target</translation>
    </message>
    <message>
        <source>P90 sebelumnya</source>
        <translation>P90 before</translation>
    </message>
    <message>
        <source>Tidak dihitung</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>Sebab</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Masih berjalan</source>
        <translation>Still running</translation>
    </message>
    <message>
        <source>Sumber</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Kecamatan</source>
        <translation>Kecamatan</translation>
    </message>
    <message>
        <source>Instansi</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Jam kejadian</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>Perjalanan</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Jumlah menurut %1</source>
        <translation>Counts by %1</translation>
    </message>
    <message>
        <source>Jumlah perintah menurut instansi unitnya.</source>
        <translation>How many orders, by the agency of their unit.</translation>
    </message>
    <message>
        <source>Menurut %1</source>
        <translation>By %1</translation>
    </message>
    <message>
        <source>Tiap jam: P90, dan dalam kurung n.</source>
        <translation>Each clock: its P90, and n in brackets.</translation>
    </message>
    <message>
        <source>Jam per %1</source>
        <translation>Clocks by %1</translation>
    </message>
    <message>
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Lama</source>
        <translation>Took</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Alasan tercatat</source>
        <translation>Reason written down</translation>
    </message>
    <message>
        <source>%1: %2 terlama dari %3 yang lewat target</source>
        <translation>%1: the %2 slowest of %3 over target</translation>
    </message>
    <message>
        <source>Lewat target dan alasannya</source>
        <translation>Over target, and why</translation>
    </message>
    <message>
        <source>Regu jaga</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Harian</source>
        <translation>Daily</translation>
    </message>
    <message>
        <source>Bulanan</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>Laporan bulanan %1 %2</source>
        <translation>Monthly report %1 %2</translation>
    </message>
    <message>
        <source>Laporan harian %1</source>
        <translation>Daily report %1</translation>
    </message>
    <message>
        <source>Laporan regu %1, %2–%3</source>
        <translation>Report of shift %1, %2–%3</translation>
    </message>
    <message>
        <source>orang lain sudah menyimpan versi %1</source>
        <translation>somebody else has saved version %1</translation>
    </message>
    <message>
        <source>Berlaku: bawaan program</source>
        <translation>In force: as shipped</translation>
    </message>
    <message>
        <source>Berlaku: versi %1, %2, %3</source>
        <translation>In force: version %1, %2, %3</translation>
    </message>
    <message>
        <source>Versi…</source>
        <translation>Versions…</translation>
    </message>
    <message>
        <source>Versi templat</source>
        <translation>Versions of the template</translation>
    </message>
    <message>
        <source>Isi templat</source>
        <translation>Text of the template</translation>
    </message>
    <message>
        <source>Pratinjau</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Simpan templat</source>
        <translation>Save template</translation>
    </message>
    <message>
        <source>Buang perubahan</source>
        <translation>Drop changes</translation>
    </message>
    <message>
        <source>Ambil bawaan</source>
        <translation>Take the shipped one</translation>
    </message>
    <message>
        <source>batang: kurun ini; garis: sebelumnya; putus-putus: target</source>
        <translation>bars: this period; lines: the one before; dashed: target</translation>
    </message>
    <message>
        <source>%1: %2 kejadian</source>
        <translation>%1: %2 incidents</translation>
    </message>
    <message>
        <source>sebelumnya %1</source>
        <translation>%1 before</translation>
    </message>
    <message>
        <source>P90 lapor→TKP %1</source>
        <translation>P90 report→scene %1</translation>
    </message>
    <message>
        <source>P90 lapor→TKP</source>
        <translation>P90 report→scene</translation>
    </message>
    <message>
        <source>Kejadian menurut jam</source>
        <translation>Incidents by hour</translation>
    </message>
</context>
<context>
    <name>Roads</name>
    <message>
        <source>Tutup jalan: klik atau seret di peta, paling sedikit dua titik</source>
        <translation>Close a road: click or drag on the map, at least two points</translation>
    </message>
    <message>
        <source>Tutup jalan</source>
        <translation>Close a road</translation>
    </message>
    <message>
        <source>Hapus titik</source>
        <translation>Remove point</translation>
    </message>
    <message>
        <source>Titik di tengah peta</source>
        <translation>Point at the map&apos;s centre</translation>
    </message>
    <message>
        <source>Nama ruas</source>
        <translation>Stretch</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Sampai, bila diketahui</source>
        <translation>Until, if known</translation>
    </message>
    <message>
        <source>Ditutup: %1</source>
        <translation>Closed: %1</translation>
    </message>
    <message>
        <source>%1 titik · %2</source>
        <translation>%1 points · %2</translation>
    </message>
    <message>
        <source>Buka kembali %1?</source>
        <translation>Reopen %1?</translation>
    </message>
    <message>
        <source>Buka kembali</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Berkas .osm.pbf, .osm atau GeoJSON mana? Tulis jalurnya, atau seret.</source>
        <translation>Which .osm.pbf, .osm or GeoJSON file? Type its path, or drag it here.</translation>
    </message>
    <message>
        <source>Baca</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Membaca peta jalan: %1 jalan</source>
        <translation>Reading the road map: %1 roads</translation>
    </message>
    <message>
        <source>Membaca peta jalan: titik-titiknya dahulu</source>
        <translation>Reading the road map: its points first</translation>
    </message>
    <message>
        <source>Dihentikan; tidak ada yang disimpan.</source>
        <translation>Stopped; nothing was stored.</translation>
    </message>
    <message>
        <source>%1: %2 ruas, %3 km, %4 bagian terpisah. Jadikan peta jalan ruang ini? Lisensi:</source>
        <translation>%1: %2 stretches, %3 km, %4 separate parts. Make it this room&apos;s road map? Licence:</translation>
    </message>
    <message>
        <source>Pakai</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>JALAN DAN PENUTUPAN</source>
        <translation>ROADS AND CLOSURES</translation>
    </message>
    <message>
        <source>Jalan dan penutupan</source>
        <translation>Roads and closures</translation>
    </message>
    <message>
        <source>Jalan yang ditutup</source>
        <translation>Closed roads</translation>
    </message>
    <message>
        <source>Tidak ada jalan yang ditutup.</source>
        <translation>No road is closed.</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by words</translation>
    </message>
    <message>
        <source>Tampilkan di peta</source>
        <translation>Show on the map</translation>
    </message>
    <message>
        <source>Impor peta jalan</source>
        <translation>Import road map</translation>
    </message>
    <message>
        <source>Hentikan impor</source>
        <translation>Stop the import</translation>
    </message>
    <message>
        <source>ruas belum dapat dihitung</source>
        <translation>stretches cannot be counted yet</translation>
    </message>
    <message>
        <source>tidak mengenai jalan mana pun di peta jalan</source>
        <translation>meets no road of the road map</translation>
    </message>
    <message>
        <source>menutup %1 ruas</source>
        <translation>shuts %1 stretches</translation>
    </message>
    <message>
        <source>lewat perkiraan %1</source>
        <translation>overdue by %1</translation>
    </message>
    <message>
        <source>s.d. %1</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>sejak %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>Peta jalan: %1 · %2 ruas, %3 simpul · diimpor %4</source>
        <translation>Road map: %1 · %2 stretches, %3 nodes · imported %4</translation>
    </message>
    <message>
        <source>%1 bagian terpisah</source>
        <translation>%1 separate parts</translation>
    </message>
    <message>
        <source>lisensi tidak dicatat</source>
        <translation>licence not recorded</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>bersama %1</source>
        <translation>with %1</translation>
    </message>
    <message>
        <source>sekarang</source>
        <translation>now</translation>
    </message>
    <message>
        <source>regu ini belum beranggota</source>
        <translation>nobody belongs to this regu yet</translation>
    </message>
    <message>
        <source>Pola %1</source>
        <translation>Pattern %1</translation>
    </message>
    <message>
        <source>Bentrok: %1 di %2 dan %3, %4</source>
        <translation>Clash: %1 in %2 and %3, %4</translation>
    </message>
    <message>
        <source>… dan %1 bentrok lagi</source>
        <translation>… and %1 more clashes</translation>
    </message>
    <message>
        <source>Belum ada regu. Buat regu dahulu (N).</source>
        <translation>No regu yet. Make one first (N).</translation>
    </message>
    <message>
        <source>Jadwal kosong. Isi bergilir (G), tambah (Ins) atau impor (O).</source>
        <translation>The roster is empty. Fill it in turns (G), add (Ins) or import (O).</translation>
    </message>
    <message>
        <source>BERDINAS</source>
        <translation>ON DUTY</translation>
    </message>
    <message>
        <source>Tanggal (hh-bb-tttt)</source>
        <translation>Day (dd-mm-yyyy)</translation>
    </message>
    <message>
        <source>Dinas</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Regu</source>
        <translation>Regu</translation>
    </message>
    <message>
        <source>Hanya NRP ini (boleh kosong)</source>
        <translation>Only this NRP (may be empty)</translation>
    </message>
    <message>
        <source>Mulai tanggal (hh-bb-tttt)</source>
        <translation>From (dd-mm-yyyy)</translation>
    </message>
    <message>
        <source>Berapa hari</source>
        <translation>How many days</translation>
    </message>
    <message>
        <source>Urutan regu, dinas demi dinas (koma)</source>
        <translation>Order of the regu, shift by shift (commas)</translation>
    </message>
    <message>
        <source>Coret dinas %1?</source>
        <translation>Strike the duty %1?</translation>
    </message>
    <message>
        <source>Coret</source>
        <translation>Strike</translation>
    </message>
    <message>
        <source>Ubah jam pola %1</source>
        <translation>Change the hours of %1</translation>
    </message>
    <message>
        <source>Ruang bekerja menurut pola mana? Jadwal yang ada tetap.</source>
        <translation>By which pattern does the room work? The roster that stands stays.</translation>
    </message>
    <message>
        <source>Jam mulai dinas pola %1, dipisah koma. Jadwal yang ada tetap.</source>
        <translation>When the shifts of %1 begin, separated by commas. The roster that stands stays.</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Nama regu baru?</source>
        <translation>Name of the new regu?</translation>
    </message>
    <message>
        <source>Nama baru</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>Bubarkan</source>
        <translation>Disband</translation>
    </message>
    <message>
        <source>Regu mana yang dibubarkan? Tulis namanya.</source>
        <translation>Which regu is disbanded? Write its name.</translation>
    </message>
    <message>
        <source>Jadwal dinas</source>
        <translation>Duty roster</translation>
    </message>
    <message>
        <source>Tambah</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Isi bergilir</source>
        <translation>Fill in turns</translation>
    </message>
    <message>
        <source>Pola</source>
        <translation>Pattern</translation>
    </message>
    <message>
        <source>Regu baru</source>
        <translation>New regu</translation>
    </message>
    <message>
        <source>Ubah nama regu</source>
        <translation>Rename regu</translation>
    </message>
    <message>
        <source>Bubarkan regu</source>
        <translation>Disband a regu</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>%1: impor %2 baru dan %3 diubah? %4 sama, %5 tidak ada di berkas dan tetap, %6 baris salah tidak ikut.</source>
        <translation>%1: import %2 new and %3 changed? %4 are the same, %5 are not in the file and stay, %6 wrong rows are left out.</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok dengan saringan.</source>
        <translation>Nothing fits the filter.</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by words</translation>
    </message>
    <message>
        <source>REGU DAN APEL</source>
        <translation>REGU AND ROLL-CALL</translation>
    </message>
    <message>
        <source>Regu dan apel</source>
        <translation>Regu and roll-call</translation>
    </message>
    <message>
        <source>Apel</source>
        <translation>Roll-call</translation>
    </message>
    <message>
        <source>Personel</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Jadwal</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>Tukar</source>
        <translation>Swaps</translation>
    </message>
    <message>
        <source>%1 orang</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>%1 tanpa regu</source>
        <translation>%1 without a regu</translation>
    </message>
    <message>
        <source>Belum ada personel. Impor daftarnya (O) atau tambah (Ins).</source>
        <translation>No people yet. Import the list (O) or add somebody (Ins).</translation>
    </message>
    <message>
        <source>AKUN</source>
        <translation>LOGIN</translation>
    </message>
    <message>
        <source>Keluarkan %1 dari daftar personel?</source>
        <translation>Take %1 off the list of people?</translation>
    </message>
    <message>
        <source>Keluarkan</source>
        <translation>Take off</translation>
    </message>
    <message>
        <source>Ubah</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>NRP / NIP</source>
        <translation>NRP / NIP</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Pangkat</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Instansi</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Panggilan</source>
        <translation>Call sign</translation>
    </message>
    <message>
        <source>Akun</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Dinas %1</source>
        <translation>Shift %1</translation>
    </message>
    <message>
        <source>selesai %1</source>
        <translation>finished %1</translation>
    </message>
    <message>
        <source>Apel dinas %1 belum dibuka (B)</source>
        <translation>The roll-call of the %1 shift is not open (B)</translation>
    </message>
    <message>
        <source>Apel dinas %1 juga terbuka (D)</source>
        <translation>The roll-call of the %1 shift is open too (D)</translation>
    </message>
    <message>
        <source>Apel belum dibuka. Buka (B): orangnya menurut jadwal.</source>
        <translation>The roll-call is not open. Open it (B): its people are the roster&apos;s.</translation>
    </message>
    <message>
        <source>Tidak ada dinas di jadwal sekarang. Isi halaman Jadwal dahulu.</source>
        <translation>No duty is on the roster now. Fill in the Roster page first.</translation>
    </message>
    <message>
        <source>Kekuatan dinas</source>
        <translation>Strength of the shift</translation>
    </message>
    <message>
        <source>PER INSTANSI</source>
        <translation>BY AGENCY</translation>
    </message>
    <message>
        <source>PERLENGKAPAN RUSAK</source>
        <translation>BROKEN EQUIPMENT</translation>
    </message>
    <message>
        <source>DI MEJA</source>
        <translation>AT THE WORKSTATIONS</translation>
    </message>
    <message>
        <source>Buka apel</source>
        <translation>Open roll-call</translation>
    </message>
    <message>
        <source>Hadir</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Terlambat</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Tidak hadir</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Belum</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Kendaraan</source>
        <translation>Vehicle</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Senjata</source>
        <translation>Weapon</translation>
    </message>
    <message>
        <source>Perlengkapan</source>
        <translation>Equipment</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Di luar jadwal</source>
        <translation>Not on the roster</translation>
    </message>
    <message>
        <source>Meja</source>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>Awak ke papan</source>
        <translation>Crews to the board</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Dinas lain</source>
        <translation>Other shift</translation>
    </message>
    <message>
        <source>sakit</source>
        <translation>ill</translation>
    </message>
    <message>
        <source>izin atau cuti</source>
        <translation>leave</translation>
    </message>
    <message>
        <source>dinas luar</source>
        <translation>on duty elsewhere</translation>
    </message>
    <message>
        <source>tanpa keterangan</source>
        <translation>no word</translation>
    </message>
    <message>
        <source>Lain: tulis</source>
        <translation>Other: write it</translation>
    </message>
    <message>
        <source>Mengapa %1 tidak hadir?</source>
        <translation>Why is %1 absent?</translation>
    </message>
    <message>
        <source>Alasan tidak hadir (tanpa rincian kesehatan)</source>
        <translation>Why absent (no details of health)</translation>
    </message>
    <message>
        <source>Catatan perlengkapan %1</source>
        <translation>Note on the equipment of %1</translation>
    </message>
    <message>
        <source>%1 di panggilan mana? (kosong: tidak ada)</source>
        <translation>%1 on which call sign? (empty: none)</translation>
    </message>
    <message>
        <source>Siapa di luar jadwal yang hadir? NRP atau nama</source>
        <translation>Who is here without being on the roster? NRP or name</translation>
    </message>
    <message>
        <source>di luar jadwal</source>
        <translation>not on the roster</translation>
    </message>
    <message>
        <source>%1 dari %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Tanpa panggilan</source>
        <translation>No call sign</translation>
    </message>
    <message>
        <source>%1 duduk di meja mana?</source>
        <translation>At which workstation does %1 sit?</translation>
    </message>
    <message>
        <source>Duduk</source>
        <translation>Sit</translation>
    </message>
    <message>
        <source>Berdiri dari meja</source>
        <translation>Get up from the workstation</translation>
    </message>
    <message>
        <source>balas %1</source>
        <translation>in return %1</translation>
    </message>
    <message>
        <source>%1 tukar dinas menunggu pimpinan</source>
        <translation>%1 swaps wait for the shift lead</translation>
    </message>
    <message>
        <source>Tidak ada tukar dinas. Minta satu (Ins).</source>
        <translation>No swaps. Ask for one (Ins).</translation>
    </message>
    <message>
        <source>DIMINTA</source>
        <translation>ASKED FOR</translation>
    </message>
    <message>
        <source>PUTUSAN</source>
        <translation>DECISION</translation>
    </message>
    <message>
        <source>Yang digantikan (NRP atau nama)</source>
        <translation>Who is stood in for (NRP or name)</translation>
    </message>
    <message>
        <source>Dinas tanggal (hh-bb-tttt)</source>
        <translation>Duty of (dd-mm-yyyy)</translation>
    </message>
    <message>
        <source>Dinas ke (bila lebih dari satu)</source>
        <translation>Shift no. (if more than one)</translation>
    </message>
    <message>
        <source>Penggantinya (NRP atau nama)</source>
        <translation>Who stands in (NRP or name)</translation>
    </message>
    <message>
        <source>Balas dinas tanggal (boleh kosong)</source>
        <translation>In return for the duty of (may be empty)</translation>
    </message>
    <message>
        <source>Balas dinas ke</source>
        <translation>In return for shift no.</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Tolak</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>Mengapa ditolak?</source>
        <translation>Why is it refused?</translation>
    </message>
    <message>
        <source>Tukar dinas</source>
        <translation>Swaps of duty</translation>
    </message>
    <message>
        <source>Minta tukar</source>
        <translation>Ask for a swap</translation>
    </message>
    <message>
        <source>Setujui</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Tarik</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>belum</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>hadir</source>
        <translation>present</translation>
    </message>
    <message>
        <source>terlambat</source>
        <translation>late</translation>
    </message>
    <message>
        <source>tidak hadir</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>kendaraan</source>
        <translation>vehicle</translation>
    </message>
    <message>
        <source>radio</source>
        <translation>radio</translation>
    </message>
    <message>
        <source>senjata</source>
        <translation>weapon</translation>
    </message>
    <message>
        <source>perlengkapan</source>
        <translation>equipment</translation>
    </message>
    <message>
        <source>belum diperiksa</source>
        <translation>not checked</translation>
    </message>
    <message>
        <source>baik</source>
        <translation>good</translation>
    </message>
    <message>
        <source>rusak</source>
        <translation>broken</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>menunggu</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>disetujui</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>ditolak</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>ditarik</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>%1 dari %2 hadir</source>
        <translation>%1 of %2 present</translation>
    </message>
    <message>
        <source>%1 terlambat</source>
        <translation>%1 late</translation>
    </message>
    <message>
        <source>%1 tidak hadir</source>
        <translation>%1 absent</translation>
    </message>
    <message>
        <source>%1 belum diapel</source>
        <translation>%1 not called yet</translation>
    </message>
</context>
<context>
    <name>RunCards</name>
    <message>
        <source>kartu bawaan program</source>
        <translation>the program&apos;s own cards</translation>
    </message>
    <message>
        <source>versi %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>Berlaku: kartu bawaan program.</source>
        <translation>In force: the program&apos;s own cards.</translation>
    </message>
    <message>
        <source>Berlaku: versi %1, %2, %3.</source>
        <translation>In force: version %1, %2, %3.</translation>
    </message>
    <message>
        <source>Kartu ruangan tidak terbaca; simpan yang bawaan ini atau impor lagi.</source>
        <translation>The room&apos;s cards cannot be read; save these or import again.</translation>
    </message>
    <message>
        <source>Belum disimpan · %1</source>
        <translation>Not saved · %1</translation>
    </message>
    <message>
        <source>Orang lain sudah menyimpan versi %1.</source>
        <translation>Somebody else has saved version %1.</translation>
    </message>
    <message>
        <source>Simpan kartu rencana? %1</source>
        <translation>Save the run cards? %1</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Berkas CSV atau GeoJSON mana? Tulis jalurnya atau seret.</source>
        <translation>Which CSV or GeoJSON file? Type its path or drag it here.</translation>
    </message>
    <message>
        <source>Baca</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>%1 kartu di berkas. Ganti rancangan ini? %2</source>
        <translation>%1 cards in the file. Replace this draft? %2</translation>
    </message>
    <message>
        <source>Ganti</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>KARTU RENCANA</source>
        <translation>RUN CARDS</translation>
    </message>
    <message>
        <source>Kartu rencana</source>
        <translation>Run cards</translation>
    </message>
    <message>
        <source>Daftar kartu rencana</source>
        <translation>List of run cards</translation>
    </message>
    <message>
        <source>Tidak ada kartu yang cocok.</source>
        <translation>No card matches.</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by words</translation>
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
        <source>Hapus</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Versi</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Tempat atau poligon GeoJSON</source>
        <translation>Place or GeoJSON polygon</translation>
    </message>
    <message>
        <source>Jam, 22:00-05:00</source>
        <translation>Hours, 22:00-05:00</translation>
    </message>
    <message>
        <source>Situasi</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Tingkat alarm</source>
        <translation>Alarm level</translation>
    </message>
    <message>
        <source>Yang dikirim, patroli:2:3; ambulans:1</source>
        <translation>What is sent, patroli:2:3; ambulans:1</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Jam</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>Yang dikirim</source>
        <translation>What is sent</translation>
    </message>
    <message>
        <source>situasi hijau</source>
        <translation>situation green</translation>
    </message>
    <message>
        <source>situasi kuning</source>
        <translation>situation yellow</translation>
    </message>
    <message>
        <source>situasi merah</source>
        <translation>situation red</translation>
    </message>
    <message>
        <source>semua situasi</source>
        <translation>any situation</translation>
    </message>
    <message>
        <source>Semua jenis</source>
        <translation>Any type</translation>
    </message>
    <message>
        <source>poligon %1 sudut, %2 km²</source>
        <translation>polygon of %1 corners, %2 km²</translation>
    </message>
    <message>
        <source>alarm %1</source>
        <translation>alarm %1</translation>
    </message>
    <message>
        <source>%1 (≥ %2 orang)</source>
        <translation>%1 (≥ %2 persons)</translation>
    </message>
    <message>
        <source>baru: %1</source>
        <translation>new: %1</translation>
    </message>
    <message>
        <source>hilang: %1</source>
        <translation>gone: %1</translation>
    </message>
    <message>
        <source>berubah: %1</source>
        <translation>changed: %1</translation>
    </message>
    <message>
        <source>sama</source>
        <translation>the same</translation>
    </message>
</context>
<context>
    <name>Sealed</name>
    <message>
        <source>Nama pelapor</source>
        <translation>Reporter&apos;s name</translation>
    </message>
    <message>
        <source>Telepon pelapor</source>
        <translation>Reporter&apos;s telephone</translation>
    </message>
    <message>
        <source>Alamat pelapor</source>
        <translation>Reporter&apos;s address</translation>
    </message>
    <message>
        <source>Tersegel sampai %1: %2</source>
        <translation>Sealed until %1: %2</translation>
    </message>
    <message>
        <source>Data pelapor</source>
        <translation>Reporter&apos;s data</translation>
    </message>
    <message>
        <source>Segel data pelapor…</source>
        <translation>Seal reporter&apos;s data…</translation>
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
        <source>{number} dilepas dari gabungan: {units} unit dan {notes} catatannya ikut, {corrected} balasan dikoreksi.</source>
        <translation>{number} un-merged: its {units} units and {notes} notes go with it, {corrected} replies are corrected.</translation>
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
        <translation>The key of {name} is not in this machine&apos;s keyring.</translation>
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
        <translation>The directory&apos;s answer is not the {format} list that was expected.</translation>
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
        <source>Kejadian ini digabung ke kejadian lain; kerjakan di sana.</source>
        <translation>This incident was merged into another; work there.</translation>
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
        <source>Menunggu kiriman pertama.</source>
        <translation>Waiting for its first message.</translation>
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
        <translation>The detector&apos;s model file is missing; the detector is not used.</translation>
    </message>
    <message>
        <source>Model detektor bukan yang ditetapkan (SHA-256 lain); detektor tidak dipakai.</source>
        <translation>The detector&apos;s model is not the one that was set (other SHA-256); the detector is not used.</translation>
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
        <translation>The camera&apos;s control refuses connections.</translation>
    </message>
    <message>
        <source>Kendali kamera tidak terjangkau.</source>
        <translation>The camera&apos;s control cannot be reached.</translation>
    </message>
    <message>
        <source>Alamat kendali kamera tidak dikenal.</source>
        <translation>The address of the camera&apos;s control is unknown.</translation>
    </message>
    <message>
        <source>Kendali kamera tidak menjawab; gerakan berhenti sendiri dalam 1 detik.</source>
        <translation>The camera&apos;s control does not answer; a movement ends by itself within 1 second.</translation>
    </message>
    <message>
        <source>Kendali kamera menjawab galat.</source>
        <translation>The camera&apos;s control answered with an error.</translation>
    </message>
    <message>
        <source>Jawaban kendali kamera tidak terbaca.</source>
        <translation>The answer of the camera&apos;s control cannot be read.</translation>
    </message>
    <message>
        <source>Sambungan kendali kamera terputus.</source>
        <translation>The connection to the camera&apos;s control broke off.</translation>
    </message>
    <message>
        <source>Sertifikat kendali kamera tidak sah.</source>
        <translation>The certificate of the camera&apos;s control is not valid.</translation>
    </message>
    <message>
        <source>Alamat kendali kamera di luar yang diizinkan ruang ini.</source>
        <translation>The address of the camera&apos;s control is outside what this room allows.</translation>
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
        <source>Tidak ada kartu rencana untuk {category}, dan tidak ada yang untuk semua kategori: ditawarkan unit apa saja</source>
        <translation>No run card fits {category}, and none fits any category: any unit is offered</translation>
    </message>
    <message>
        <source>Kartu rencana ruang ini tidak terbaca ({fault}): ditawarkan unit apa saja</source>
        <translation>This room&apos;s run cards cannot be read ({fault}): any unit is offered</translation>
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
        <translation>This computer&apos;s key cannot be read.</translation>
    </message>
    <message>
        <source>Nama komputer paling panjang {longest} huruf, angka, titik, tanda hubung.</source>
        <translation>A computer&apos;s name is up to {longest} letters, digits, dots, hyphens.</translation>
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
        <translation>The reporter&apos;s data is sealed.</translation>
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
        <translation>Write why the reporter&apos;s data is opened.</translation>
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
        <source>Telepon Anda angkat.</source>
        <translation>You answered the call.</translation>
    </message>
    <message>
        <source>Telepon kini Anda pegang.</source>
        <translation>The call is yours now.</translation>
    </message>
    <message>
        <source>Hasil telepon dicatat.</source>
        <translation>The result of the call is stored.</translation>
    </message>
    <message>
        <source>Telepon balik dicatat.</source>
        <translation>The call back is stored.</translation>
    </message>
    <message>
        <source>Tangga jawab 110 disimpan.</source>
        <translation>The answering ladder of 110 is stored.</translation>
    </message>
    <message>
        <source>Nomor ditandai iseng; tanda tampil pada telepon berikutnya.</source>
        <translation>Number marked as a prank; the mark shows with its next call.</translation>
    </message>
    <message>
        <source>Tanda iseng dicoret.</source>
        <translation>The prank mark is struck.</translation>
    </message>
    <message>
        <source>Telepon ini sudah berakhir.</source>
        <translation>This call is over.</translation>
    </message>
    <message>
        <source>Telepon ini belum diangkat siapa pun.</source>
        <translation>Nobody has answered this call.</translation>
    </message>
    <message>
        <source>Telepon ini sudah diangkat: {by}.</source>
        <translation>This call was answered: {by}.</translation>
    </message>
    <message>
        <source>Sudah lama diangkat orang lain; tulis alasan mengambilnya.</source>
        <translation>Somebody else answered long ago; write why you take it.</translation>
    </message>
    <message>
        <source>Hasil itu bukan untuk telepon ini.</source>
        <translation>That result is not one of this call.</translation>
    </message>
    <message>
        <source>Telepon ini sudah diangkat; tidak perlu telepon balik.</source>
        <translation>This call was answered; there is nothing to call back.</translation>
    </message>
    <message>
        <source>Nomor penelepon tidak terbawa; tidak ada yang dapat ditandai.</source>
        <translation>The call came without a number; there is nothing to mark.</translation>
    </message>
    <message>
        <source>Tulis 1 sampai {most} jenjang, masing-masing nama dan 1–{seconds} detik.</source>
        <translation>Write 1 to {most} steps, each a name and 1–{seconds} seconds.</translation>
    </message>
    <message>
        <source>Formulir masih berisi telepon lain; simpan atau kosongkan dahulu.</source>
        <translation>The form still holds another call; save or empty it first.</translation>
    </message>
    <message>
        <source>Tulis alasannya.</source>
        <translation>Write why.</translation>
    </message>
    <message>
        <source>Tidak ada telepon yang berdering.</source>
        <translation>No call is ringing.</translation>
    </message>
    <message>
        <source>Tidak ada telepon yang dipegang orang lain.</source>
        <translation>Nobody else has a call.</translation>
    </message>
    <message>
        <source>Anda tidak sedang memegang telepon.</source>
        <translation>You have no call in hand.</translation>
    </message>
    <message>
        <source>Tidak ada telepon balik yang menunggu.</source>
        <translation>Nobody waits to be called back.</translation>
    </message>
    <message>
        <source>Nomor telepon ini tidak atau tidak lagi disimpan.</source>
        <translation>The number of this call is not kept, or not any more.</translation>
    </message>
    <message>
        <source>Daftar tombol ditulis ke {file}</source>
        <translation>The keys were written to {file}</translation>
    </message>
    <message>
        <source>Kartu ringkas ditulis ke {file}</source>
        <translation>The quick-reference card was written to {file}</translation>
    </message>
    <message>
        <source>Buku panduan ditulis ke {file}</source>
        <translation>The handbook was written to {file}</translation>
    </message>
    <message>
        <source>Tidak ada kejadian “{word}”; tulis nomornya, misalnya 0147.</source>
        <translation>There is no incident “{word}”; write its number, such as 0147.</translation>
    </message>
    <message>
        <source>Unit “{word}” tidak dikenal.</source>
        <translation>Unit “{word}” is not known.</translation>
    </message>
    <message>
        <source>Status “{word}” tidak dikenal.</source>
        <translation>Status “{word}” is not known.</translation>
    </message>
    <message>
        <source>“{word}” bukan prioritas; tulis p1 sampai p4.</source>
        <translation>“{word}” is no priority; write p1 to p4.</translation>
    </message>
    <message>
        <source>Hasil “{word}” tidak dikenal.</source>
        <translation>Result “{word}” is not known.</translation>
    </message>
    <message>
        <source>Kamera “{word}” tidak dikenal.</source>
        <translation>Camera “{word}” is not known.</translation>
    </message>
    <message>
        <source>Tempat “{word}” tidak dikenal.</source>
        <translation>Place “{word}” is not known.</translation>
    </message>
    <message>
        <source>Jenis kejadian “{word}” tidak dikenal.</source>
        <translation>Type of incident “{word}” is not known.</translation>
    </message>
    <message>
        <source>Kata “{word}” tidak dimengerti di sini.</source>
        <translation>The word “{word}” is not understood here.</translation>
    </message>
    <message>
        <source>“{word}” bisa berarti {names}; tulis salah satu.</source>
        <translation>“{word}” may mean {names}; write one of them.</translation>
    </message>
    <message>
        <source>“{word}” disebut dua kali.</source>
        <translation>“{word}” is named twice.</translation>
    </message>
    <message>
        <source>{word} sudah selesai; buka lagi bila perlu.</source>
        <translation>{word} has ended; reopen it if need be.</translation>
    </message>
    <message>
        <source>{word} sudah digabung ke {into}.</source>
        <translation>{word} was merged into {into}.</translation>
    </message>
    <message>
        <source>Sebut nomor kejadiannya.</source>
        <translation>Say the number of the incident.</translation>
    </message>
    <message>
        <source>Sebut unitnya.</source>
        <translation>Say the unit.</translation>
    </message>
    <message>
        <source>Sebut statusnya.</source>
        <translation>Say the status.</translation>
    </message>
    <message>
        <source>Sebut prioritasnya, p1 sampai p4.</source>
        <translation>Say the priority, p1 to p4.</translation>
    </message>
    <message>
        <source>Tulis kata-katanya.</source>
        <translation>Write the words.</translation>
    </message>
    <message>
        <source>Sebut kameranya.</source>
        <translation>Say the camera.</translation>
    </message>
    <message>
        <source>Perintah ini belum lengkap.</source>
        <translation>This command is not complete yet.</translation>
    </message>
    <message>
        <source>Sebut kejadian, unit, kamera atau tempat yang dilihat.</source>
        <translation>Say the incident, unit, camera or place to be shown.</translation>
    </message>
    <message>
        <source>Perintah ini menunggu ruang tersambung lagi; tidak ada yang dikirim.</source>
        <translation>This command waits until the room is connected again; nothing was sent.</translation>
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
        <translation>This server&apos;s log differs since entry {seq} and is not used; call the administrator.</translation>
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
        <translation>The data centre&apos;s file is gone; call the administrator.</translation>
    </message>
    <message>
        <source>Berkas pusat data sudah diganti; mulai ulang program.</source>
        <translation>The data centre&apos;s file was replaced; start the program again.</translation>
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
        <translation>PostgreSQL&apos;s client programs are not installed; backups are made by the administrator at the server.</translation>
    </message>
    <message>
        <source>{program} gagal: {reason}</source>
        <translation>{program} failed: {reason}</translation>
    </message>
    <message>
        <source>Jawaban tentang {number} dan {into} disimpan.</source>
        <translation>Answer about {number} and {into} kept.</translation>
    </message>
    <message>
        <source>Laporan menjadi {number}: {units} unit dan {notes} catatan tetap di {into}, {count} balasan dikoreksi.</source>
        <translation>The report is {number} now: {units} units and {notes} notes stay with {into}, {count} replies corrected.</translation>
    </message>
    <message>
        <source>Induk {number} disimpan.</source>
        <translation>What {number} is part of was kept.</translation>
    </message>
    <message>
        <source>Bobot laporan ganda disimpan.</source>
        <translation>Weights of duplicates kept.</translation>
    </message>
    <message>
        <source>Tinjauan kedua disimpan.</source>
        <translation>Second look kept.</translation>
    </message>
    <message>
        <source>Nilai laporan ganda tidak masuk akal.</source>
        <translation>The points of a duplicate make no sense.</translation>
    </message>
    <message>
        <source>Bobot laporan ganda salah: {why}</source>
        <translation>Weights of duplicates are wrong: {why}</translation>
    </message>
    <message>
        <source>Kejadian ini tidak punya laporan.</source>
        <translation>This incident has no report.</translation>
    </message>
    <message>
        <source>Laporan itu satu-satunya di kejadiannya; tidak ada yang dipisahkan.</source>
        <translation>That report is the only one of its incident; nothing was taken out.</translation>
    </message>
    <message>
        <source>Kejadian bukan induk dirinya sendiri.</source>
        <translation>An incident is not part of itself.</translation>
    </message>
    <message>
        <source>{number} sendiri anak kejadian lain; pilih induknya.</source>
        <translation>{number} is part of another incident itself; choose that one.</translation>
    </message>
    <message>
        <source>{number} sudah punya anak; hanya dua tingkat.</source>
        <translation>{number} has places of its own already; only two levels.</translation>
    </message>
    <message>
        <source>{number} sudah punya {limit} anak; paling banyak itu.</source>
        <translation>{number} has {limit} places already; no more than that.</translation>
    </message>
    <message>
        <source>Jenis catatan {kind} tidak dapat diterima dari sumber ini.</source>
        <translation>Records of kind {kind} cannot be taken from this source.</translation>
    </message>
    <message>
        <source>Sumber kini memberikan berkas lain dari yang tercatat.</source>
        <translation>The source now gives another file than the one on record.</translation>
    </message>
    <message>
        <source>Lampiran ini sudah selesai diproses.</source>
        <translation>This attachment has been dealt with already.</translation>
    </message>
    <message>
        <source>Alamat lampiran tidak dapat dipakai.</source>
        <translation>The attachment&apos;s address cannot be used.</translation>
    </message>
    <message>
        <source>Lampiran ditolak: alamatnya di jaringan dalam.</source>
        <translation>Attachment refused: its address is inside the network.</translation>
    </message>
    <message>
        <source>Lampiran ditolak: terlalu sering dialihkan.</source>
        <translation>Attachment refused: redirected too often.</translation>
    </message>
    <message>
        <source>Lampiran ditolak: dialihkan ke sambungan tanpa sandi.</source>
        <translation>Attachment refused: redirected to an unencrypted connection.</translation>
    </message>
    <message>
        <source>Sumber tidak memberikan lampiran ini.</source>
        <translation>The source does not give this attachment.</translation>
    </message>
    <message>
        <source>Lampiran ditolak: terlalu besar.</source>
        <translation>Attachment refused: too large.</translation>
    </message>
    <message>
        <source>Lampiran ditolak: kosong.</source>
        <translation>Attachment refused: empty.</translation>
    </message>
    <message>
        <source>Lampiran ditolak: dikirim terkompresi.</source>
        <translation>Attachment refused: sent compressed.</translation>
    </message>
    <message>
        <source>Lampiran ditolak: isinya bukan gambar, teks, PDF, video atau suara.</source>
        <translation>Attachment refused: its content is no picture, text, PDF, video or sound.</translation>
    </message>
    <message>
        <source>Sertifikat pemilik lampiran tidak sah.</source>
        <translation>The certificate of the attachment&apos;s owner is not valid.</translation>
    </message>
    <message>
        <source>Lampiran tidak dapat diambil; sumbernya tidak terjangkau.</source>
        <translation>The attachment cannot be fetched; its source is out of reach.</translation>
    </message>
    <message>
        <source>Lampiran menunggu: ruang cakram hampir habis.</source>
        <translation>Attachment waits: the disk is nearly full.</translation>
    </message>
    <message>
        <source>Lampiran ditolak: laporannya tidak dikenal lagi.</source>
        <translation>Attachment refused: its report is not known any more.</translation>
    </message>
    <message>
        <source>Semua lampiran terambil.</source>
        <translation>All attachments are here.</translation>
    </message>
    <message>
        <source>{count} lampiran belum terambil.</source>
        <translation>{count} attachments are not here yet.</translation>
    </message>
    <message>
        <source>Melayani {url}</source>
        <translation>Serves {url}</translation>
    </message>
    <message>
        <source>Lampiran tersimpan.</source>
        <translation>Attachment kept.</translation>
    </message>
    <message>
        <source>Lampiran ditolak.</source>
        <translation>Attachment refused.</translation>
    </message>
    <message>
        <source>Hitungan alarm diperbarui.</source>
        <translation>Alarm counted on.</translation>
    </message>
    <message>
        <source>Angka disimpan: {file}</source>
        <translation>Figures saved: {file}</translation>
    </message>
    <message>
        <source>Belum ada angka untuk disimpan.</source>
        <translation>There are no figures to save yet.</translation>
    </message>
    <message>
        <source>Alarm paling mendesak tidak dapat dibisukan; volumenya punya batas bawah.</source>
        <translation>The most urgent alarms cannot be muted; their volume has a floor.</translation>
    </message>
    <message>
        <source>Nada alarm tidak dijalankan di jendela ini.</source>
        <translation>Alarm tones are not played in this window.</translation>
    </message>
    <message>
        <source>Komputer ini tidak punya pemutar suara yang dikenal (paplay, pw-play, aplay).</source>
        <translation>This computer has no sound player that is known (paplay, pw-play, aplay).</translation>
    </message>
    <message>
        <source>Suara tidak dapat dimainkan: perangkat suara tidak menjawab.</source>
        <translation>Sound cannot be played: the sound device does not answer.</translation>
    </message>
    <message>
        <source>Gerbang tidak dapat dibuka di {listen}; periksa alamat dan porta.</source>
        <translation>The gateway cannot be opened at {listen}; check address and port.</translation>
    </message>
    <message>
        <source>Gerbang di {listen} terjangkau mesin lain; sertifikat belum diatur.</source>
        <translation>The gateway at {listen} can be reached by other machines; no certificate is set.</translation>
    </message>
    <message>
        <source>Berkas sertifikat atau kunci gerbang tidak dapat dibaca: {file}.</source>
        <translation>The gateway&apos;s certificate or key cannot be read: {file}.</translation>
    </message>
    <message>
        <source>{file} tidak berisi sertifikat untuk gerbang.</source>
        <translation>{file} holds no certificate for the gateway.</translation>
    </message>
    <message>
        <source>{file} tidak berisi kunci gerbang, atau kuncinya bersandi.</source>
        <translation>{file} holds no key for the gateway, or one with a password.</translation>
    </message>
    <message>
        <source>{key} bukan kunci dari sertifikat {certificate}.</source>
        <translation>{key} is not the key of the certificate {certificate}.</translation>
    </message>
    <message>
        <source>Rahasia gerbang kurang dari {least} karakter.</source>
        <translation>The gateway&apos;s secret has fewer than {least} characters.</translation>
    </message>
    <message>
        <source>{source} tidak mengirim sendiri.</source>
        <translation>{source} does not send by itself.</translation>
    </message>
    <message>
        <source>Profil {profile} tidak ada.</source>
        <translation>There is no profile {profile}.</translation>
    </message>
    <message>
        <source>{id} bukan nama pendek sumber.</source>
        <translation>{id} is no short name of a source.</translation>
    </message>
    <message>
        <source>{count} rumah sakit diperbarui.</source>
        <translation>{count} hospitals updated.</translation>
    </message>
    <message>
        <source>Keadaan {hospital} dicatat.</source>
        <translation>Noted how {hospital} is.</translation>
    </message>
    <message>
        <source>{hospital} diminta bersiaga untuk {number}.</source>
        <translation>{hospital} asked to stand by for {number}.</translation>
    </message>
    <message>
        <source>Jawaban {hospital} dicatat.</source>
        <translation>The answer of {hospital} is noted.</translation>
    </message>
    <message>
        <source>Siaga {hospital} dibatalkan.</source>
        <translation>The standby of {hospital} is cancelled.</translation>
    </message>
    <message>
        <source>Korban {number} dicatat.</source>
        <translation>Casualties of {number} noted.</translation>
    </message>
    <message>
        <source>Rumah sakit {hospital} tidak dikenal.</source>
        <translation>Hospital {hospital} is not known.</translation>
    </message>
    <message>
        <source>Lebih dari {limit} rumah sakit tidak disimpan.</source>
        <translation>More than {limit} hospitals are not kept.</translation>
    </message>
    <message>
        <source>Lebih dari {limit} angka satu rumah sakit tidak disimpan.</source>
        <translation>More than {limit} figures of one hospital are not kept.</translation>
    </message>
    <message>
        <source>Jumlah korban dari 0 sampai {limit}.</source>
        <translation>Casualties are from 0 to {limit}.</translation>
    </message>
    <message>
        <source>Jawaban {state} tidak dikenal.</source>
        <translation>Answer {state} is not known.</translation>
    </message>
    <message>
        <source>Jawaban datang bukan dari sistem {hospital}.</source>
        <translation>The answer did not come from the system of {hospital}.</translation>
    </message>
    <message>
        <source>Pilih rumah sakit dahulu.</source>
        <translation>Choose a hospital first.</translation>
    </message>
    <message>
        <source>Jawaban bukan EDXL-HAVE: {why}</source>
        <translation>The answer is no EDXL-HAVE: {why}</translation>
    </message>
    <message>
        <source>{count} bagian ditolak, yang pertama {element}: {why}</source>
        <translation>{count} parts refused, the first {element}: {why}</translation>
    </message>
    <message>
        <source>Pesan {status} tidak masuk ruang ini.</source>
        <translation>A message marked {status} does not enter this room.</translation>
    </message>
    <message>
        <source>Tidak ada kejadian lain yang terbuka di tempat ini.</source>
        <translation>No other incident is open at this place.</translation>
    </message>
    <message>
        <source>Pilih prosedurnya dahulu.</source>
        <translation>Choose the procedure first.</translation>
    </message>
    <message>
        <source>Prosedur ini sudah yang bawaan.</source>
        <translation>This procedure is the shipped one already.</translation>
    </message>
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
        <source>{count} jalur perintah disimpan.</source>
        <translation>{count} ways of orders stored.</translation>
    </message>
    <message>
        <source>{file} bukan tabel UTF-8 yang terbaca</source>
        <translation>{file} is no table in UTF-8 that can be read</translation>
    </message>
    <message>
        <source>Baris pertama tabel: {columns}</source>
        <translation>The first line of the table: {columns}</translation>
    </message>
    <message>
        <source>Tabel paling panjang {limit} huruf</source>
        <translation>The table has {limit} letters at most</translation>
    </message>
    <message>
        <source>Tabel paling banyak {limit} baris</source>
        <translation>The table has {limit} rows at most</translation>
    </message>
    <message>
        <source>Baris {row}: kolomnya bukan {columns}; beri tanda kutip pada koma</source>
        <translation>Row {row}: not {columns} columns; put quotes around a comma</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {column}: {value} bukan salah satu dari {known}</source>
        <translation>Row {row}, column {column}: {value} is none of {known}</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {column}: namanya kosong atau lebih dari 100 huruf</source>
        <translation>Row {row}, column {column}: no name, or one of over 100 letters</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {column}: ruang ini tidak punya {value}</source>
        <translation>Row {row}, column {column}: this room has no {value}</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {column}: {value} sudah ada di baris {first}</source>
        <translation>Row {row}, column {column}: {value} stands in row {first} already</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {column}: alamatnya kosong atau lebih dari 300 huruf</source>
        <translation>Row {row}, column {column}: no address, or one of over 300 letters</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {column}: {value} bukan alamat webhook; tulis https://HOST/PATH</source>
        <translation>Row {row}, column {column}: {value} is no address of a webhook; write https://HOST/PATH</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {column}: {value} bukan HOST:PORT</source>
        <translation>Row {row}, column {column}: {value} is no HOST:PORT</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {column}: tidak ada sumber {value} yang punya alamat balasan</source>
        <translation>Row {row}, column {column}: there is no source {value} with a reply address</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {column}: {value} bukan nama kunci (20 huruf dan angka)</source>
        <translation>Row {row}, column {column}: {value} is no name of a key (20 letters and digits)</translation>
    </message>
    <message>
        <source>Pilih jalur dahulu.</source>
        <translation>Choose a route first.</translation>
    </message>
    <message>
        <source>Hanya webhook yang ditandatangani dengan rahasia.</source>
        <translation>Only a webhook is signed with a secret.</translation>
    </message>
    <message>
        <source>Uji coba diterima {to}.</source>
        <translation>The test was taken by {to}.</translation>
    </message>
    <message>
        <source>Uji coba ke {to} gagal: {why}</source>
        <translation>The test to {to} failed: {why}</translation>
    </message>
    <message>
        <source>Rahasia untuk {host} ada di keyring komputer ini.</source>
        <translation>The secret for {host} is in this computer&apos;s keyring.</translation>
    </message>
    <message>
        <source>Rahasia paling sedikit {least} huruf.</source>
        <translation>A secret has {least} letters at least.</translation>
    </message>
    <message>
        <source>Komputer ini tidak punya keyring; rahasianya tidak disimpan.</source>
        <translation>This computer has no keyring; the secret was not kept.</translation>
    </message>
    <message>
        <source>Tidak ada jalur {route} di tabel</source>
        <translation>There is no route {route} in the table</translation>
    </message>
    <message>
        <source>Tidak ada webhook ke {host} di tabel</source>
        <translation>No webhook to {host} is in the table</translation>
    </message>
    <message>
        <source>Alamat dibetulkan: {address}. Unit yang ke sana harus mendengarnya.</source>
        <translation>Address corrected: {address}. Units on their way must hear it.</translation>
    </message>
    <message>
        <source>Perintah {unit} ditarik; tetap merah sampai didengar.</source>
        <translation>{unit}&apos;s order is called off; it stays red until heard.</translation>
    </message>
    <message>
        <source>Perintah {unit} ditarik, merah sampai didengar; pilih unit lain.</source>
        <translation>{unit} is called off, red until heard; choose another unit.</translation>
    </message>
    <message>
        <source>{unit} tetap diperintah; tambah unit lain.</source>
        <translation>{unit} stays ordered; add another unit.</translation>
    </message>
    <message>
        <source>Perintah {unit} diulang.</source>
        <translation>{unit}&apos;s order was repeated.</translation>
    </message>
    <message>
        <source>{count} jawaban dicatat.</source>
        <translation>{count} answers recorded.</translation>
    </message>
    <message>
        <source>{count} jawaban dicatat, {failed} tidak: {why}</source>
        <translation>{count} answers recorded, {failed} not: {why}</translation>
    </message>
    <message>
        <source>{count} perintah diulang.</source>
        <translation>{count} orders repeated.</translation>
    </message>
    <message>
        <source>{count} perintah diulang, {failed} tidak: {why}</source>
        <translation>{count} orders repeated, {failed} not: {why}</translation>
    </message>
    <message>
        <source>{unit} ditanya; jawabannya tampak di papan.</source>
        <translation>{unit} was asked; its answer shows on the board.</translation>
    </message>
    <message>
        <source>Teks perintah disalin.</source>
        <translation>The order was copied.</translation>
    </message>
    <message>
        <source>Dicatat: {unit} sudah mendengar.</source>
        <translation>Logged: {unit} has heard it.</translation>
    </message>
    <message>
        <source>Pekerjaan diantrekan untuk {unit}.</source>
        <translation>The job waits for {unit}.</translation>
    </message>
    <message>
        <source>{unit} diperintah dari antreannya.</source>
        <translation>{unit} was ordered to its waiting job.</translation>
    </message>
    <message>
        <source>Tugas {unit} diubah.</source>
        <translation>{unit}&apos;s assignment was changed.</translation>
    </message>
    <message>
        <source>Unit digeser.</source>
        <translation>The units were moved.</translation>
    </message>
    <message>
        <source>{unit} mulai dicari kabarnya.</source>
        <translation>The search for word of {unit} has begun.</translation>
    </message>
    <message>
        <source>Langkah mencari {unit} dicatat.</source>
        <translation>The step in looking for {unit} is logged.</translation>
    </message>
    <message>
        <source>Kabar {unit} dicatat.</source>
        <translation>Word of {unit} is logged.</translation>
    </message>
    <message>
        <source>{number} {when}.</source>
        <translation>{number} {when}.</translation>
    </message>
    <message>
        <source>Izin tarik unit {number} disimpan.</source>
        <translation>Whether units may leave {number} is saved.</translation>
    </message>
    <message>
        <source>{number} ditautkan.</source>
        <translation>{number} is linked.</translation>
    </message>
    <message>
        <source>Tautan {number} dilepas.</source>
        <translation>{number} is unlinked.</translation>
    </message>
    <message>
        <source>Catatan dicoret.</source>
        <translation>The note is struck through.</translation>
    </message>
    <message>
        <source>Langkah dicatat selesai.</source>
        <translation>The step is logged as done.</translation>
    </message>
    <message>
        <source>Langkah dicatat belum selesai.</source>
        <translation>The step is logged as not done.</translation>
    </message>
    <message>
        <source>Prosedur disimpan.</source>
        <translation>The procedure is saved.</translation>
    </message>
    <message>
        <source>Tidak ada perintah yang terlambat dijawab.</source>
        <translation>No order is late for an answer.</translation>
    </message>
    <message>
        <source>{unit} baru saja menjawab; perintahnya tetap berlaku.</source>
        <translation>{unit} has just answered; its order stands.</translation>
    </message>
    <message>
        <source>Tidak ada perintah yang menunggu jawaban.</source>
        <translation>No order waits for an answer.</translation>
    </message>
    <message>
        <source>Ini perubahan yang harus didengar; jawab dengan Diterima.</source>
        <translation>This is a change that must be heard; answer with Accepted.</translation>
    </message>
    <message>
        <source>Unit kejadian ini belum tiga kali ditarik sejak kelasnya diputuskan.</source>
        <translation>Units of this incident were not pulled three times since its class was decided.</translation>
    </message>
    <message>
        <source>Tidak ada unit yang diperintahkan ke sini.</source>
        <translation>No unit is ordered here.</translation>
    </message>
    <message>
        <source>Tidak ada perubahan yang belum didengar unit ini.</source>
        <translation>There is nothing this unit has not heard.</translation>
    </message>
    <message>
        <source>Alarm baru saja berganti; baca dahulu, lalu tekan lagi.</source>
        <translation>The alarm has just changed; read it first, then press again.</translation>
    </message>
    <message>
        <source>Kabar unit ini tidak sedang dicari.</source>
        <translation>Nobody looks for this unit.</translation>
    </message>
    <message>
        <source>Semua langkah sudah ditempuh: kirim bantuan.</source>
        <translation>Every way was tried: send help.</translation>
    </message>
    <message>
        <source>Unit ini lepas dinas.</source>
        <translation>This unit is off duty.</translation>
    </message>
    <message>
        <source>Alamat kosong; tulis alamatnya.</source>
        <translation>The address is empty; write it.</translation>
    </message>
    <message>
        <source>Titik tidak lengkap: perlu lintang dan bujur.</source>
        <translation>The point is incomplete: it needs latitude and longitude.</translation>
    </message>
    <message>
        <source>Titik itu tidak ada di bumi.</source>
        <translation>There is no such point on Earth.</translation>
    </message>
    <message>
        <source>Tulis alasannya dahulu.</source>
        <translation>Write the reason first.</translation>
    </message>
    <message>
        <source>Perintah {unit} sudah berakhir.</source>
        <translation>{unit}&apos;s order has ended already.</translation>
    </message>
    <message>
        <source>Pekerjaan ini masih antre dan belum diperintahkan ke {unit}.</source>
        <translation>This job still waits and has not been ordered to {unit}.</translation>
    </message>
    <message>
        <source>Pekerjaan ini tidak mengantre untuk {unit}.</source>
        <translation>This job does not wait for {unit}.</translation>
    </message>
    <message>
        <source>Antrean {unit} penuh: paling banyak {limit} pekerjaan.</source>
        <translation>{unit} has enough waiting: {limit} jobs at most.</translation>
    </message>
    <message>
        <source>{unit} tidak sedang bertugas; perintahkan langsung.</source>
        <translation>{unit} is on no job; order it directly.</translation>
    </message>
    <message>
        <source>Paling banyak {limit} unit sekaligus.</source>
        <translation>{limit} units at once at most.</translation>
    </message>
    <message>
        <source>Tidak satu pun dari {count} unit dapat digeser sekarang.</source>
        <translation>None of the {count} units can be moved now.</translation>
    </message>
    <message>
        <source>Jadwal {number} sudah lewat.</source>
        <translation>The time planned for {number} is past.</translation>
    </message>
    <message>
        <source>Jadwal {number} terlalu jauh: paling lama {days} hari.</source>
        <translation>{number} is planned too far ahead: {days} days at most.</translation>
    </message>
    <message>
        <source>Kejadian tidak dapat ditautkan dengan dirinya sendiri.</source>
        <translation>An incident cannot be linked with itself.</translation>
    </message>
    <message>
        <source>{number} sudah memiliki {limit} tautan; lepaskan satu dahulu.</source>
        <translation>{number} has {limit} links already; remove one first.</translation>
    </message>
    <message>
        <source>Tulis mengapa catatan itu salah.</source>
        <translation>Write why the note is wrong.</translation>
    </message>
    <message>
        <source>Catatan regu tidak dicoret di sini; tambahkan catatan baru.</source>
        <translation>Notes of the shift are not struck here; add a new one.</translation>
    </message>
    <message>
        <source>Pencarian kabar {unit} sudah selesai.</source>
        <translation>The search for word of {unit} is over.</translation>
    </message>
    <message>
        <source>Pencarian {unit} sudah melewati langkah itu.</source>
        <translation>The search for {unit} is past that step.</translation>
    </message>
    <message>
        <source>Hanya orang yang dapat menyatakan {unit} terluka atau tidak dicari lagi.</source>
        <translation>Only a person can say that {unit} is hurt or no longer looked for.</translation>
    </message>
    <message>
        <source>{unit} masih bergerak; hanya orang yang dapat menyatakannya dalam bahaya.</source>
        <translation>{unit} still moves; only a person may declare it in danger.</translation>
    </message>
    <message>
        <source>Kategori {category} tidak dikenal.</source>
        <translation>Category {category} is unknown.</translation>
    </message>
    <message>
        <source>Langkah {item} tidak ada di prosedur kejadian ini.</source>
        <translation>Step {item} is not in this incident&apos;s procedure.</translation>
    </message>
    <message>
        <source>Kode langkah {item} hanya boleh huruf kecil, angka dan garis bawah.</source>
        <translation>The code of step {item} may have small letters, digits and underscores only.</translation>
    </message>
    <message>
        <source>Langkah {item} tanpa tulisan.</source>
        <translation>Step {item} has no words.</translation>
    </message>
    <message>
        <source>Satu kode langkah dipakai dua kali.</source>
        <translation>One step&apos;s code is used twice.</translation>
    </message>
    <message>
        <source>Paling banyak {limit} langkah.</source>
        <translation>{limit} steps at most.</translation>
    </message>
    <message>
        <source>Buku prosedur ruang penuh: paling banyak {limit} huruf.</source>
        <translation>The room&apos;s book of procedures is full: {limit} letters at most.</translation>
    </message>
    <message>
        <source>Pamapta: #{number} P1 belum diambil</source>
        <translation>Shift lead: nobody has taken P1 #{number}</translation>
    </message>
    <message>
        <source>{unit} belum mendengar perubahan #{number}</source>
        <translation>{unit} has not heard the change of #{number}</translation>
    </message>
    <message>
        <source>{unit} belum bergerak ke #{number}</source>
        <translation>{unit} has not set off to #{number}</translation>
    </message>
    <message>
        <source>PERSONEL DALAM BAHAYA: {unit}</source>
        <translation>PERSONNEL IN DANGER: {unit}</translation>
    </message>
    <message>
        <source>#{number} segera dimulai: {title}</source>
        <translation>#{number} is about to begin: {title}</translation>
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
        <source>Administrator {login} dibuat, tetapi terputus sebelum kata sandinya disimpan; pakai nama masuk {login}.</source>
        <translation>Administrator {login} was made, but cut off before the password was kept; use the login {login}.</translation>
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
        <translation>Write the person&apos;s name.</translation>
    </message>
    <message>
        <source>Peran itu bukan untuk orang.</source>
        <translation>That role is not for people.</translation>
    </message>
    <message>
        <source>Pilih instansi penghubung.</source>
        <translation>Choose the liaison&apos;s agency.</translation>
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
        <source>Kejadian ini sudah digabung; pilih yang memuatnya.</source>
        <translation>This incident is merged; select the one that holds it.</translation>
    </message>
    <message>
        <source>Kejadian ini tidak bertautan dengan yang lain.</source>
        <translation>This incident is not linked to any other.</translation>
    </message>
    <message>
        <source>Kedua kejadian sudah bertautan.</source>
        <translation>The two incidents are linked already.</translation>
    </message>
    <message>
        <source>“{word}” bukan jenis tautan; tulis {words}, atau kosongkan.</source>
        <translation>“{word}” is no kind of link; write {words}, or leave it out.</translation>
    </message>
    <message>
        <source>Kedua kejadian tidak bertautan.</source>
        <translation>The two incidents are not linked.</translation>
    </message>
    <message>
        <source>Pilih kejadian terjadwal dahulu.</source>
        <translation>Select a scheduled incident first.</translation>
    </message>
    <message>
        <source>“{text}” bukan waktu; tulis misalnya 14:30, besok 08:00 atau 24-11 08:00.</source>
        <translation>“{text}” is no time; write for instance 14:30, tomorrow 08:00 or 24-11 08:00.</translation>
    </message>
    <message>
        <source>{clock} hari ini sudah lewat; tulis besok {clock} bila itu maksudnya.</source>
        <translation>{clock} has passed today; write tomorrow {clock} if that is meant.</translation>
    </message>
    <message>
        <source>{text} sudah lewat; tulis waktu yang akan datang.</source>
        <translation>{text} has passed; write a time to come.</translation>
    </message>
    <message>
        <source>Tulis kapan mulainya, misalnya besok 08:00.</source>
        <translation>Write when it begins, for instance tomorrow 08:00.</translation>
    </message>
    <message>
        <source>Alarm {number} ke tingkat {level}.</source>
        <translation>Alarm of {number} to level {level}.</translation>
    </message>
    <message>
        <source>Tingkat alarm “{level}” tidak ada; pilih 1 sampai {highest}.</source>
        <translation>There is no alarm level “{level}”; choose 1 to {highest}.</translation>
    </message>
    <message>
        <source>Tempat “{text}” tidak dikenal; tulis namanya seperti di peta, atau kosongkan.</source>
        <translation>Place “{text}” is unknown; write its name as on the map, or leave it empty.</translation>
    </message>
    <message>
        <source>Kabar radio dicatat.</source>
        <translation>Radio traffic logged.</translation>
    </message>
    <message>
        <source>Baris radio dicoret.</source>
        <translation>Radio line struck through.</translation>
    </message>
    <message>
        <source>Baris radio ditautkan ke {number}.</source>
        <translation>Radio line linked to {number}.</translation>
    </message>
    <message>
        <source>Kabar radio menjadi #{number}.</source>
        <translation>Radio line became #{number}.</translation>
    </message>
    <message>
        <source>Buku sandi disimpan.</source>
        <translation>Code book saved.</translation>
    </message>
    <message>
        <source>Kentongan dicatat sebagai #{number}.</source>
        <translation>Kentongan logged as #{number}.</translation>
    </message>
    <message>
        <source>Mitra {name} disimpan.</source>
        <translation>Partner {name} saved.</translation>
    </message>
    <message>
        <source>Mitra {name} dikeluarkan dari daftar.</source>
        <translation>Partner {name} removed from the list.</translation>
    </message>
    <message>
        <source>{count} mitra diimpor.</source>
        <translation>{count} partners imported.</translation>
    </message>
    <message>
        <source>Jadwal ronda disimpan.</source>
        <translation>Night watch saved.</translation>
    </message>
    <message>
        <source>Jadwal ronda dihapus dari daftar.</source>
        <translation>Night watch removed from the list.</translation>
    </message>
    <message>
        <source>{count} jadwal ronda diimpor.</source>
        <translation>{count} night watches imported.</translation>
    </message>
    <message>
        <source>Penilaian kerawanan disimpan.</source>
        <translation>Vulnerability rating saved.</translation>
    </message>
    <message>
        <source>Jemput bola diminta; pesan dikirim.</source>
        <translation>Visit asked for; the message is on its way.</translation>
    </message>
    <message>
        <source>Jemput bola dicatat; beri tahu mitra lewat telepon atau radio.</source>
        <translation>Visit noted; tell the partner by telephone or radio.</translation>
    </message>
    <message>
        <source>Jemput bola dicatat selesai.</source>
        <translation>Visit noted as done.</translation>
    </message>
    <message>
        <source>Papan sinergitas disimpan: {file}</source>
        <translation>Synergy board saved: {file}</translation>
    </message>
    <message>
        <source>Papan sinergitas tidak dapat ditulis; periksa ruang kosong.</source>
        <translation>The synergy board could not be written; check the free space.</translation>
    </message>
    <message>
        <source>Bulan ini belum ada kegiatan tercatat.</source>
        <translation>Nothing was logged this month yet.</translation>
    </message>
    <message>
        <source>Tulis apa yang terdengar di radio.</source>
        <translation>Type what was heard on the radio.</translation>
    </message>
    <message>
        <source>Baris itu sudah dicoret.</source>
        <translation>That line is struck through already.</translation>
    </message>
    <message>
        <source>Baris itu sudah punya kejadian.</source>
        <translation>That line has an incident already.</translation>
    </message>
    <message>
        <source>Baris ini bukan kabar bencana; teruskan dari kejadiannya bila perlu.</source>
        <translation>This line is not about a disaster; refer its incident if need be.</translation>
    </message>
    <message>
        <source>Pilih baris radio dahulu.</source>
        <translation>Choose a radio line first.</translation>
    </message>
    <message>
        <source>Pilih mitra dahulu.</source>
        <translation>Choose a partner first.</translation>
    </message>
    <message>
        <source>Pilih sandi dahulu.</source>
        <translation>Choose a code first.</translation>
    </message>
    <message>
        <source>Pilih jadwal ronda dahulu.</source>
        <translation>Choose a night watch first.</translation>
    </message>
    <message>
        <source>Setiap sandi perlu kode dan arti.</source>
        <translation>Every code needs a meaning.</translation>
    </message>
    <message>
        <source>Buku sandi terlalu panjang; paling banyak {limit} sandi.</source>
        <translation>The code book is too long; at most {limit} codes.</translation>
    </message>
    <message>
        <source>Tulis kelurahan asal kentongan.</source>
        <translation>Type the kelurahan the kentongan is from.</translation>
    </message>
    <message>
        <source>Wilayah {area} tidak dikenal.</source>
        <translation>The area {area} is not known.</translation>
    </message>
    <message>
        <source>Tulis nama mitra.</source>
        <translation>Type the partner&apos;s name.</translation>
    </message>
    <message>
        <source>Mitra {name} tidak bertugas lagi.</source>
        <translation>Partner {name} no longer serves.</translation>
    </message>
    <message>
        <source>Nama panggilan {call_sign} sudah dipakai {name}.</source>
        <translation>The call sign {call_sign} is {name}&apos;s already.</translation>
    </message>
    <message>
        <source>Paling banyak {limit} baris sekaligus.</source>
        <translation>At most {limit} rows at once.</translation>
    </message>
    <message>
        <source>Tulis jam ronda seperti 22:00.</source>
        <translation>Type watch times like 22:00.</translation>
    </message>
    <message>
        <source>Periksa hari dan jumlah orang; paling banyak {most}.</source>
        <translation>Check the day and the number of people; at most {most}.</translation>
    </message>
    <message>
        <source>Tulis kelurahan yang dironda.</source>
        <translation>Type the kelurahan that is watched.</translation>
    </message>
    <message>
        <source>Tulis kerawanan apa yang dinilai.</source>
        <translation>Type what it is vulnerable to.</translation>
    </message>
    <message>
        <source>Tulis wilayah yang dinilai.</source>
        <translation>Type the area that is rated.</translation>
    </message>
    <message>
        <source>Tulis apa yang perlu dilihat di sana.</source>
        <translation>Type what to look at there.</translation>
    </message>
    <message>
        <source>Tulis hasil kunjungan.</source>
        <translation>Type what came of the visit.</translation>
    </message>
    <message>
        <source>Wilayah kejadian belum diketahui; tentukan lokasinya dahulu.</source>
        <translation>The area of the incident is not known; locate it first.</translation>
    </message>
    <message>
        <source>Batas waktu kunjungan 1 menit–{most} hari.</source>
        <translation>A visit is due in 1 minute to {most} days.</translation>
    </message>
    <message>
        <source>Tidak ada jemput bola yang ditunggu.</source>
        <translation>No visit is being waited for.</translation>
    </message>
    <message>
        <source>Kunjungan itu sudah selesai.</source>
        <translation>That visit is done already.</translation>
    </message>
    <message>
        <source>Berkas {file} tidak dapat dibaca.</source>
        <translation>The file {file} cannot be read.</translation>
    </message>
    <message>
        <source>Berkas lebih dari {limit} KiB.</source>
        <translation>The file is larger than {limit} KiB.</translation>
    </message>
    <message>
        <source>Berkas lebih dari {limit} baris.</source>
        <translation>The file has more than {limit} rows.</translation>
    </message>
    <message>
        <source>Berkas itu kosong.</source>
        <translation>The file is empty.</translation>
    </message>
    <message>
        <source>Berkas bukan UTF-8; simpan sebagai CSV UTF-8.</source>
        <translation>The file is not UTF-8; save it as CSV UTF-8.</translation>
    </message>
    <message>
        <source>Berkas itu bukan CSV yang utuh.</source>
        <translation>The file is not a whole CSV.</translation>
    </message>
    <message>
        <source>Kolom “{column}” tidak ada di berkas.</source>
        <translation>The file has no column “{column}”.</translation>
    </message>
    <message>
        <source>masih kosong</source>
        <translation>is empty</translation>
    </message>
    <message>
        <source>sudah ada di baris sebelumnya</source>
        <translation>stands in an earlier row already</translation>
    </message>
    <message>
        <source>terlalu panjang</source>
        <translation>is too long</translation>
    </message>
    <message>
        <source>tidak dikenal</source>
        <translation>is not known</translation>
    </message>
    <message>
        <source>bukan kelurahan di kota ini</source>
        <translation>is no kelurahan of this city</translation>
    </message>
    <message>
        <source>bukan jam seperti 22:00</source>
        <translation>is no time like 22:00</translation>
    </message>
    <message>
        <source>bukan jumlah orang</source>
        <translation>is no number of people</translation>
    </message>
    <message>
        <source>{number} diteruskan ke {agency}.</source>
        <translation>{number} handed on to {agency}.</translation>
    </message>
    <message>
        <source>Jawaban {agency} dicatat.</source>
        <translation>Answer of {agency} noted.</translation>
    </message>
    <message>
        <source>{number} ditarik dari {agency}.</source>
        <translation>{number} withdrawn from {agency}.</translation>
    </message>
    <message>
        <source>Surat tersimpan: {file}</source>
        <translation>Letter saved: {file}</translation>
    </message>
    <message>
        <source>{count} instansi diperbarui.</source>
        <translation>{count} agencies updated.</translation>
    </message>
    <message>
        <source>Server surel ruang diatur.</source>
        <translation>The room&apos;s mail server is set.</translation>
    </message>
    <message>
        <source>Tulis apa yang diteruskan.</source>
        <translation>Write what is handed on.</translation>
    </message>
    <message>
        <source>Pilih instansi dahulu.</source>
        <translation>Choose an agency first.</translation>
    </message>
    <message>
        <source>Teks memuat nomor telepon atau NIK; hapus dahulu.</source>
        <translation>The text holds a telephone number or a national id; take it out first.</translation>
    </message>
    <message>
        <source>{agency} satuan sendiri: perintahkan unitnya.</source>
        <translation>{agency} is one of our own: order its units.</translation>
    </message>
    <message>
        <source>Tenggat {rule} tidak berlaku untuk {agency}.</source>
        <translation>Deadline {rule} does not hold for {agency}.</translation>
    </message>
    <message>
        <source>{agency} tidak terjangkau lewat jalan itu; cetak surat.</source>
        <translation>{agency} cannot be reached that way; print a letter.</translation>
    </message>
    <message>
        <source>Jawaban datang bukan dari sistem {agency}.</source>
        <translation>The answer does not come from the system of {agency}.</translation>
    </message>
    <message>
        <source>Diteruskan ke {agency}, bukan instansi Anda.</source>
        <translation>Handed on to {agency}, which is not your agency.</translation>
    </message>
    <message>
        <source>Tulis hasilnya.</source>
        <translation>Write the outcome.</translation>
    </message>
    <message>
        <source>Penerusan ini sudah berakhir.</source>
        <translation>This referral has ended.</translation>
    </message>
    <message>
        <source>Tidak ada penerusan terbuka yang dapat Anda jawab.</source>
        <translation>There is no open referral that you can answer.</translation>
    </message>
    <message>
        <source>Kejadian ini digabung; teruskan yang memuatnya.</source>
        <translation>This incident was merged; hand on the one that holds it.</translation>
    </message>
    <message>
        <source>Server surel belum diatur: command-center mail set</source>
        <translation>No mail server is set: command-center mail set</translation>
    </message>
    <message>
        <source>Kata sandi surel tidak dapat disimpan di gantungan kunci.</source>
        <translation>The mail password cannot be kept in the keyring.</translation>
    </message>
    <message>
        <source>Alamat surel {address} tidak sah.</source>
        <translation>The e-mail address {address} is not valid.</translation>
    </message>
    <message>
        <source>Server surel {host} tidak sah.</source>
        <translation>The mail server {host} is not valid.</translation>
    </message>
    <message>
        <source>Server surel {host} tanpa TLS; surel tidak dikirim terbuka.</source>
        <translation>The mail server {host} has no TLS; no e-mail is sent in the clear.</translation>
    </message>
    <message>
        <source>Latihan hanya mengirim surel di komputer ini.</source>
        <translation>An exercise sends e-mail on this computer only.</translation>
    </message>
    <message>
        <source>Server surel {host} menolak kata sandi.</source>
        <translation>The mail server {host} refuses the password.</translation>
    </message>
    <message>
        <source>Sertifikat server surel {host} tidak sah.</source>
        <translation>The certificate of the mail server {host} is not valid.</translation>
    </message>
    <message>
        <source>Server surel {host} tidak menjawab.</source>
        <translation>The mail server {host} does not answer.</translation>
    </message>
    <message>
        <source>Server surel {host} tidak terjangkau.</source>
        <translation>The mail server {host} cannot be reached.</translation>
    </message>
    <message>
        <source>Server surel {host} minta dicoba lagi nanti.</source>
        <translation>The mail server {host} asks to try again later.</translation>
    </message>
    <message>
        <source>Server surel {host} menolak pesan.</source>
        <translation>The mail server {host} refused the message.</translation>
    </message>
    <message>
        <source>Peringatan publik dicatat: {title}</source>
        <translation>Public alert kept: {title}</translation>
    </message>
    <message>
        <source>Peringatan berstatus {status} tidak diterima ruang ini.</source>
        <translation>An alert with the status {status} is not taken by this room.</translation>
    </message>
    <message>
        <source>{alert} mengakhiri peringatan yang tidak ada di ruang ini.</source>
        <translation>{alert} ends alerts that this room does not have.</translation>
    </message>
    <message>
        <source>{alert} sudah berakhir.</source>
        <translation>{alert} is over already.</translation>
    </message>
    <message>
        <source>Sudah {limit} peringatan publik berlaku; tidak ada tempat lagi.</source>
        <translation>{limit} public alerts hold already; there is no room for more.</translation>
    </message>
    <message>
        <source>pesan keluar diterima · {waiting} menunggu</source>
        <translation>messages out are heard · {waiting} waiting</translation>
    </message>
    <message>
        <source>pesan keluar: alamat tidak dapat dihubungi · {waiting} menunggu</source>
        <translation>messages out: nobody at the address · {waiting} waiting</translation>
    </message>
    <message>
        <source>pesan keluar: tidak ada jawaban · {waiting} menunggu</source>
        <translation>messages out: no answer · {waiting} waiting</translation>
    </message>
    <message>
        <source>pesan keluar: sertifikat tidak sah · {waiting} menunggu</source>
        <translation>messages out: the certificate is not valid · {waiting} waiting</translation>
    </message>
    <message>
        <source>pesan keluar: dijawab {status} · {waiting} menunggu</source>
        <translation>messages out: answered {status} · {waiting} waiting</translation>
    </message>
    <message>
        <source>pesan keluar: dialihkan ke tempat lain ({status}) · {waiting} menunggu</source>
        <translation>messages out: sent on to elsewhere ({status}) · {waiting} waiting</translation>
    </message>
    <message>
        <source>pesan keluar: kunci ditolak ({status}) · {waiting} menunggu</source>
        <translation>messages out: the key is refused ({status}) · {waiting} waiting</translation>
    </message>
    <message>
        <source>pesan keluar ditolak ({status})</source>
        <translation>a message out was refused ({status})</translation>
    </message>
    <message>
        <source>pesan keluar terlalu besar</source>
        <translation>a message out is too large</translation>
    </message>
    <message>
        <source>pesan keluar: sumber tidak punya alamat balasan · {waiting} menunggu</source>
        <translation>messages out: the source has no address for answers · {waiting} waiting</translation>
    </message>
    <message>
        <source>pesan keluar: alamat balasan salah · {waiting} menunggu</source>
        <translation>messages out: the address for answers is wrong · {waiting} waiting</translation>
    </message>
    <message>
        <source>pesan keluar: {host} tidak memakai https · {waiting} menunggu</source>
        <translation>messages out: {host} does not use https · {waiting} waiting</translation>
    </message>
    <message>
        <source>pesan keluar: {host} tidak diizinkan · {waiting} menunggu</source>
        <translation>messages out: {host} is not allowed · {waiting} waiting</translation>
    </message>
    <message>
        <source>pesan latihan tidak boleh keluar ke {host} · {waiting} menunggu</source>
        <translation>messages of an exercise may not leave to {host} · {waiting} waiting</translation>
    </message>
    <message>
        <source>perintah keluar: mesin ini belum punya rahasia untuk menandatangani · {waiting} menunggu</source>
        <translation>orders out: this machine has no secret to sign with yet · {waiting} waiting</translation>
    </message>
    <message>
        <source>perintah tidak dapat dikirim lewat CoT: kejadian tanpa titik</source>
        <translation>the order cannot go as CoT: the incident has no point</translation>
    </message>
    <message>
        <source>pesan keluar: kesalahan program · {waiting} menunggu</source>
        <translation>messages out: a fault of the program · {waiting} waiting</translation>
    </message>
    <message>
        <source>Balasan untuk {number} dikirim.</source>
        <translation>The reply for {number} is on its way.</translation>
    </message>
    <message>
        <source>Konsep “{title}” disimpan.</source>
        <translation>The draft “{title}” is kept.</translation>
    </message>
    <message>
        <source>“{title}” diumumkan.</source>
        <translation>“{title}” is published.</translation>
    </message>
    <message>
        <source>“{title}” ditarik.</source>
        <translation>“{title}” is withdrawn.</translation>
    </message>
    <message>
        <source>Pilih pemberitahuan dahulu</source>
        <translation>Choose a notice first</translation>
    </message>
    <message>
        <source>Pelapor kejadian ini tidak dapat dibalas</source>
        <translation>Nobody who reported this incident can be answered</translation>
    </message>
    <message>
        <source>Balasan belum ada isinya</source>
        <translation>The reply is empty</translation>
    </message>
    <message>
        <source>Balasan paling panjang {limit} huruf</source>
        <translation>A reply has at most {limit} letters</translation>
    </message>
    <message>
        <source>Tidak ada pelapor yang dapat dibalas untuk #{number}</source>
        <translation>Nobody who reported #{number} can be answered</translation>
    </message>
    <message>
        <source>Pemberitahuan perlu judul dan isi</source>
        <translation>A notice needs a title and a text</translation>
    </message>
    <message>
        <source>Pemberitahuan ini sudah disetujui atau ditarik</source>
        <translation>This notice is approved or withdrawn already</translation>
    </message>
    <message>
        <source>Pemberitahuan ini sudah ditarik</source>
        <translation>This notice is withdrawn already</translation>
    </message>
    <message>
        <source>Waktu berlaku pemberitahuan harus sesudah mulainya dan belum lewat</source>
        <translation>A notice must end after it begins, and later than now</translation>
    </message>
    <message>
        <source>{name} ditutup; waktu tempuh dihitung ulang.</source>
        <translation>{name} is closed; travel times are reckoned anew.</translation>
    </message>
    <message>
        <source>{name} dibuka lagi.</source>
        <translation>{name} is open again.</translation>
    </message>
    <message>
        <source>Peta sungai diganti: {rivers} sungai, {km} km.</source>
        <translation>Map of rivers replaced: {rivers} rivers, {km} km.</translation>
    </message>
    <message>
        <source>Tanda peta sungai itu tidak sah; impor ulang berkasnya.</source>
        <translation>The mark of that map of rivers is not valid; import the file again.</translation>
    </message>
    <message>
        <source>Peta jalan diganti: {nodes} simpul, {edges} ruas.</source>
        <translation>Road map replaced: {nodes} nodes, {edges} stretches.</translation>
    </message>
    <message>
        <source>Kecepatan jalan disimpan.</source>
        <translation>Road speeds saved.</translation>
    </message>
    <message>
        <source>Tulis nama ruas yang ditutup.</source>
        <translation>Write the name of the stretch that is closed.</translation>
    </message>
    <message>
        <source>Tulis alasan penutupan.</source>
        <translation>Write why it is closed.</translation>
    </message>
    <message>
        <source>Gambar ruas yang ditutup: paling sedikit dua titik yang berbeda.</source>
        <translation>Draw the closed stretch: at least two different points.</translation>
    </message>
    <message>
        <source>Satu titik ruas itu di luar bumi; periksa lintang dan bujurnya.</source>
        <translation>A point of that stretch is nowhere on Earth; check latitude and longitude.</translation>
    </message>
    <message>
        <source>Paling banyak {limit} titik; bagi menjadi beberapa penutupan.</source>
        <translation>At most {limit} points; divide it into several closures.</translation>
    </message>
    <message>
        <source>Perkiraan dibuka sudah lewat; tulis waktu yang akan datang.</source>
        <translation>The expected opening has passed; write a time to come.</translation>
    </message>
    <message>
        <source>Pilih jalan yang ditutup dahulu.</source>
        <translation>Select a closed road first.</translation>
    </message>
    <message>
        <source>Satu peta jalan sedang dibaca; tunggu atau hentikan dahulu.</source>
        <translation>A road map is being read; wait or stop it first.</translation>
    </message>
    <message>
        <source>Berkas {file} tidak dapat dibaca; periksa jalur dan izinnya.</source>
        <translation>File {file} cannot be read; check its path and permissions.</translation>
    </message>
    <message>
        <source>Peta jalan tidak dapat ditulis di komputer ini; periksa ruang disknya.</source>
        <translation>The road map cannot be written on this computer; check its disk space.</translation>
    </message>
    <message>
        <source>“{text}” adalah wilayah, bukan titik di jalan.</source>
        <translation>“{text}” is an area, not a point on a road.</translation>
    </message>
    <message>
        <source>Tidak ada penutupan jalan bernama “{word}”.</source>
        <translation>No closure is called “{word}”.</translation>
    </message>
    <message>
        <source>“{word}” bisa berarti {names}; tulis lebih lengkap.</source>
        <translation>“{word}” may mean {names}; write more of it.</translation>
    </message>
    <message>
        <source>Tanda peta jalan itu tidak sah; impor ulang berkasnya.</source>
        <translation>That road map&apos;s mark is not valid; import the file again.</translation>
    </message>
    <message>
        <source>Tabel kecepatan tidak sah: {why}</source>
        <translation>The table of speeds is not valid: {why}</translation>
    </message>
    <message>
        <source>Peta jalan belum diimpor; waktu tempuh menurut garis lurus.</source>
        <translation>No road map is imported; travel times by straight line.</translation>
    </message>
    <message>
        <source>Peta jalan ruang ini belum ada di komputer ini; impor berkas yang sama. Waktu tempuh menurut garis lurus.</source>
        <translation>The room&apos;s road map is not on this computer; import the same file. Travel times by straight line.</translation>
    </message>
    <message>
        <source>Berkas peta jalan di komputer ini rusak; impor ulang. Waktu tempuh menurut garis lurus.</source>
        <translation>The road map&apos;s file on this computer is damaged; import it again. Travel times by straight line.</translation>
    </message>
    <message>
        <source>garis lurus: peta jalan belum ada</source>
        <translation>straight line: no road map yet</translation>
    </message>
    <message>
        <source>garis lurus: unit jauh dari jalan</source>
        <translation>straight line: the unit is far from any road</translation>
    </message>
    <message>
        <source>garis lurus: TKP jauh dari jalan</source>
        <translation>straight line: the scene is far from any road</translation>
    </message>
    <message>
        <source>posisi basi: perkiraan dilebarkan</source>
        <translation>stale position: the estimate is widened</translation>
    </message>
    <message>
        <source>lebih dari dua jam perjalanan</source>
        <translation>more than two hours of driving</translation>
    </message>
    <message>
        <source>terputus oleh penutupan jalan</source>
        <translation>cut off by closed roads</translation>
    </message>
    <message>
        <source>posisi tidak diketahui</source>
        <translation>position not known</translation>
    </message>
    <message>
        <source>Kartu rencana versi {version} disimpan: {count} kartu.</source>
        <translation>Run cards version {version} saved: {count} cards.</translation>
    </message>
    <message>
        <source>Kartu rencana ditulis ke {file}</source>
        <translation>Run cards written to {file}</translation>
    </message>
    <message>
        <source>Kartu rencana tidak disimpan: baris {row}, kolom {column}, “{value}” tidak dapat dipakai; {more} kesalahan lain.</source>
        <translation>Run cards not saved: row {row}, column {column}, “{value}” cannot be used; {more} other faults.</translation>
    </message>
    <message>
        <source>Tabel kartu rencana terlalu panjang: paling banyak {limit} huruf.</source>
        <translation>The table of run cards is too long: {limit} letters at most.</translation>
    </message>
    <message>
        <source>Kartu rencana tidak dapat ditulis; periksa ruang disk komputer ini.</source>
        <translation>The run cards cannot be written; check this computer&apos;s disk space.</translation>
    </message>
    <message>
        <source>Pilih satu kartu dahulu.</source>
        <translation>Select a card first.</translation>
    </message>
    <message>
        <source>Tidak ada langkah untuk diurungkan.</source>
        <translation>There is no step to undo.</translation>
    </message>
    <message>
        <source>Belum ada kartu yang diubah.</source>
        <translation>No card has been changed.</translation>
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
        <translation>The database&apos;s address asks for sslmode={sslmode}; only {needed} is accepted.</translation>
    </message>
    <message>
        <source>Peladen itu tidak membuktikan dirinya pusat data ruang ini; beri tahu administrator.</source>
        <translation>That server does not prove to be this room&apos;s database; tell an administrator.</translation>
    </message>
    <message>
        <source>{on_duty} orang siaga dari {people} orang: angkanya tidak cocok.</source>
        <translation>{on_duty} on duty of {people} people: the figures do not fit.</translation>
    </message>
    <message>
        <source>{call_sign} sudah dipakai sebuah unit; kekuatannya tidak dicatat.</source>
        <translation>{call_sign} is a unit already; the strength was not recorded.</translation>
    </message>
    <message>
        <source>Data ditolak: ditujukan ke ruang lain ({room}).</source>
        <translation>Refused: meant for another room ({room}).</translation>
    </message>
    <message>
        <source>Pemetaan {file} tidak dapat dipakai: {reason}.</source>
        <translation>The mapping {file} cannot be used: {reason}.</translation>
    </message>
    <message>
        <source>Data tidak memuat daftar {rows}.</source>
        <translation>The data has no list {rows}.</translation>
    </message>
    <message>
        <source>Terlalu banyak baris; paling banyak {limit}.</source>
        <translation>Too many rows; {limit} at most.</translation>
    </message>
    <message>
        <source>Terlalu banyak kolom; paling banyak {limit}.</source>
        <translation>Too many columns; {limit} at most.</translation>
    </message>
    <message>
        <source>Baris judul kolom tidak ada.</source>
        <translation>There is no line of column names.</translation>
    </message>
    <message>
        <source>Judul kolom ke-{column} kosong atau berulang.</source>
        <translation>The name of column {column} is empty or repeated.</translation>
    </message>
    <message>
        <source>Bukan JSON yang utuh (posisi {position}).</source>
        <translation>Not whole JSON (position {position}).</translation>
    </message>
    <message>
        <source>Bukan CSV yang utuh (baris {line}).</source>
        <translation>Not whole CSV (line {line}).</translation>
    </message>
    <message>
        <source>Bukan XML yang utuh (baris {line}).</source>
        <translation>Not whole XML (line {line}).</translation>
    </message>
    <message>
        <source>XML ditolak: berisi entitas atau jenis dokumen.</source>
        <translation>XML refused: it has entities or a document type.</translation>
    </message>
    <message>
        <source>Berkas XLSX tidak dapat dibaca.</source>
        <translation>The XLSX file cannot be read.</translation>
    </message>
    <message>
        <source>Jenis berkas tidak dikenal; pakai CSV, JSON, XML, atau XLSX.</source>
        <translation>Unknown kind of file; use CSV, JSON, XML or XLSX.</translation>
    </message>
    <message>
        <source>Berkas kosong.</source>
        <translation>The file is empty.</translation>
    </message>
    <message>
        <source>Folder berkas tidak dapat dibaca.</source>
        <translation>The folder of files cannot be read.</translation>
    </message>
    <message>
        <source>Sumber berkas ini belum mempunyai pemetaan.</source>
        <translation>This source of files has no mapping yet.</translation>
    </message>
    <message>
        <source>Semua berkas sudah diambil.</source>
        <translation>All files are taken.</translation>
    </message>
    <message>
        <source>{count} berkas ditolak; lihat karantina.</source>
        <translation>{count} files refused; see the quarantine.</translation>
    </message>
    <message>
        <source>Sebutkan pemetaan berkas ini.</source>
        <translation>Name the mapping of this file.</translation>
    </message>
    <message>
        <source>Berkas diambil.</source>
        <translation>File taken.</translation>
    </message>
    <message>
        <source>Kekuatan dicatat.</source>
        <translation>Strength recorded.</translation>
    </message>
    <message>
        <source>Bentuk data sumber dipelajari.</source>
        <translation>The shape of the source&apos;s data was learned.</translation>
    </message>
    <message>
        <source>Catatan disimpan tanpa bagian yang tidak dapat dibaca.</source>
        <translation>Record stored without the part that could not be read.</translation>
    </message>
    <message>
        <source>Tombol panik: #{number} {title}</source>
        <translation>Panic button: #{number} {title}</translation>
    </message>
    <message>
        <source>Kentongan: #{number} {title}</source>
        <translation>Kentongan: #{number} {title}</translation>
    </message>
    <message>
        <source>Ada yang terancam: #{number} {title}</source>
        <translation>Somebody is in danger: #{number} {title}</translation>
    </message>
    <message>
        <source>Telepon 110 belum diangkat: {seconds} dtk</source>
        <translation>110 call not answered: {seconds} s</translation>
    </message>
    <message>
        <source>Telepon balik belum dilakukan: {minutes} mnt</source>
        <translation>Not called back yet: {minutes} min</translation>
    </message>
    <message>
        <source>{reports} laporan · {reporters} pelapor: {what}</source>
        <translation>{reports} reports · {reporters} reporters: {what}</translation>
    </message>
    <message>
        <source>{agency} belum menjawab #{number} yang diteruskan</source>
        <translation>{agency} has not answered referral #{number}</translation>
    </message>
    <message>
        <source>{hospital} belum menjawab permintaan siaga #{number}</source>
        <translation>{hospital} has not answered the standby request #{number}</translation>
    </message>
    <message>
        <source>Jemput bola untuk #{number} lewat waktunya: {partner}</source>
        <translation>Proactive visit for #{number} is overdue: {partner}</translation>
    </message>
    <message>
        <source>Pesan ke {reach} ditolak: {why}</source>
        <translation>Message to {reach} refused: {why}</translation>
    </message>
    <message>
        <source>Bentuk data {source} berubah: {fields}</source>
        <translation>The data of {source} changed shape: {fields}</translation>
    </message>
    <message>
        <source>Berkas {file} ditolak: {why}</source>
        <translation>File {file} refused: {why}</translation>
    </message>
    <message>
        <source>{source}: {count} laporan terlambat masuk</source>
        <translation>{source}: {count} reports came late</translation>
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
        <translation>{number} is now {by}&apos;s.</translation>
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
        <source>Tabel triase versi {table} berlaku; {rescored} kejadian berganti prioritas.</source>
        <translation>Triage table version {table} is in force; {rescored} incidents changed priority.</translation>
    </message>
    <message>
        <source>Tabel triase disimpan: {file}</source>
        <translation>Triage table saved: {file}</translation>
    </message>
    <message>
        <source>Berkas tidak dapat ditulis; periksa nama dan ruang kosong.</source>
        <translation>The file cannot be written; check its name and the free space.</translation>
    </message>
    <message>
        <source>Berkas tidak dapat dibaca.</source>
        <translation>The file cannot be read.</translation>
    </message>
    <message>
        <source>Operasi {name} dibuka.</source>
        <translation>Operation {name} opened.</translation>
    </message>
    <message>
        <source>Operasi {name} ditutup.</source>
        <translation>Operation {name} ended.</translation>
    </message>
    <message>
        <source>{place} masuk operasi, situasi hijau.</source>
        <translation>{place} joined the operation, situation green.</translation>
    </message>
    <message>
        <source>{place} keluar dari operasi; keputusannya tetap ada.</source>
        <translation>{place} left the operation; its decisions stay.</translation>
    </message>
    <message>
        <source>{place}: situasi {was} menjadi {level}.</source>
        <translation>{place}: situation {was} is now {level}.</translation>
    </message>
    <message>
        <source>{place}: situasi naik dari {was} ke {level}, perintah {officer}</source>
        <translation>{place}: situation raised from {was} to {level}, ordered by {officer}</translation>
    </message>
    <message>
        <source>{place}: {count} tugas rencana {level} lewat waktu: {text} ({owner})</source>
        <translation>{place}: {count} tasks of the plan {level} overdue: {text} ({owner})</translation>
    </message>
    <message>
        <source>{place}: kendali sekarang pada {to}.</source>
        <translation>{place}: control is now with {to}.</translation>
    </message>
    <message>
        <source>{place}: tahap kekuatan dicatat.</source>
        <translation>{place}: stage of force recorded.</translation>
    </message>
    <message>
        <source>{place}: perintah dicabut; barisnya tetap di log.</source>
        <translation>{place}: order revoked; its line stays in the log.</translation>
    </message>
    <message>
        <source>Dicatat: {who} sudah mendengar.</source>
        <translation>Recorded: {who} has heard it.</translation>
    </message>
    <message>
        <source>Catatan dengar {who} dicoret.</source>
        <translation>Hearing of {who} struck.</translation>
    </message>
    <message>
        <source>Situasi di sana sudah {level}.</source>
        <translation>The situation there is {level} already.</translation>
    </message>
    <message>
        <source>Pilih wewenang siapa perintah ini (kapolsek, kapolres, kapolda).</source>
        <translation>Choose whose authority this order is (Kapolsek, Kapolres, Kapolda).</translation>
    </message>
    <message>
        <source>Tulis perwira yang memerintah; tidak ada yang diisi otomatis.</source>
        <translation>Write the officer who ordered it; nothing is filled in.</translation>
    </message>
    <message>
        <source>Ini melompati situasi kuning; tulis alasannya.</source>
        <translation>This skips yellow; write the reason.</translation>
    </message>
    <message>
        <source>Perintah ini di luar wewenang biasanya; tulis alasannya.</source>
        <translation>This order is outside the usual authority; write the reason.</translation>
    </message>
    <message>
        <source>Tulis siapa yang memegang kendali.</source>
        <translation>Write who takes control.</translation>
    </message>
    <message>
        <source>Pilih tahap yang diperintahkan; tidak ada yang diusulkan.</source>
        <translation>Choose the stage that was ordered; none is proposed.</translation>
    </message>
    <message>
        <source>Baris ini tidak dapat dicabut, atau sudah dicabut.</source>
        <translation>This line cannot be revoked, or has been.</translation>
    </message>
    <message>
        <source>Tulis alasan pencabutannya.</source>
        <translation>Write why it is revoked.</translation>
    </message>
    <message>
        <source>Tulis siapa yang mendengar.</source>
        <translation>Write who heard it.</translation>
    </message>
    <message>
        <source>Operasi {name} sudah ditutup.</source>
        <translation>Operation {name} has ended.</translation>
    </message>
    <message>
        <source>{place} bukan tempat operasi ini; tambahkan dahulu.</source>
        <translation>{place} is no place of this operation; add it first.</translation>
    </message>
    <message>
        <source>Tulis nama operasinya.</source>
        <translation>Write the name of the operation.</translation>
    </message>
    <message>
        <source>“{day}” bukan tanggal; tulis seperti 27-11-2026.</source>
        <translation>“{day}” is no date; write it like 27-11-2026.</translation>
    </message>
    <message>
        <source>Tulis nama tempatnya, mis. KPU.</source>
        <translation>Write the name of the place, e.g. KPU.</translation>
    </message>
    <message>
        <source>{place} sudah ada di operasi ini.</source>
        <translation>{place} is in this operation already.</translation>
    </message>
    <message>
        <source>Paling banyak {limit} tempat.</source>
        <translation>At most {limit} places.</translation>
    </message>
    <message>
        <source>{place} masih {level}; kembalikan ke hijau dahulu.</source>
        <translation>{place} is still {level}; bring it back to green first.</translation>
    </message>
    <message>
        <source>Rencana situasi disimpan: {count} butir.</source>
        <translation>Plans saved: {count} items.</translation>
    </message>
    <message>
        <source>Rencana {level} untuk {place} dijalankan: {count} tugas.</source>
        <translation>Plan {level} for {place} called: {count} tasks.</translation>
    </message>
    <message>
        <source>Tugas diakhiri: {text}</source>
        <translation>Task ended: {text}</translation>
    </message>
    <message>
        <source>Situasi {place} sekarang {level}; lihat rencananya lagi.</source>
        <translation>The situation at {place} is {level} now; look at its plan again.</translation>
    </message>
    <message>
        <source>Rencana situasi ini di {place} sudah dijalankan; lihat halaman Tugas.</source>
        <translation>The plan of this situation at {place} has been called; see the page Tasks.</translation>
    </message>
    <message>
        <source>Rencana {level} kosong; isi pada halaman Rencana.</source>
        <translation>Plan {level} is empty; fill it in on the page Plans.</translation>
    </message>
    <message>
        <source>Rencana butir {row}, kolom {column}: “{value}” tidak dapat dipakai.</source>
        <translation>Plan item {row}, column {column}: “{value}” cannot be used.</translation>
    </message>
    <message>
        <source>Rencana lebih dari {limit} huruf; hapus beberapa butir.</source>
        <translation>The plans have more than {limit} letters; delete some items.</translation>
    </message>
    <message>
        <source>Tidak ada yang diubah.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Tulis mengapa tugas ini tidak jadi.</source>
        <translation>Write why this task is dropped.</translation>
    </message>
    <message>
        <source>Tugas ini bukan tentang rumah sakit.</source>
        <translation>This task is not about a hospital.</translation>
    </message>
    <message>
        <source>Belum ada kejadian aktif di {place}; siaga diminta untuk satu kejadian.</source>
        <translation>No active incident at {place}; standby is asked for an incident.</translation>
    </message>
    <message>
        <source>Rumah sakit di tugas ini sudah diminta bersiaga untuk {number}.</source>
        <translation>The hospitals of this task have been asked to stand by for {number}.</translation>
    </message>
    <message>
        <source>Tugas ini sudah selesai.</source>
        <translation>This task has ended.</translation>
    </message>
    <message>
        <source>Pilih satu tugas dahulu.</source>
        <translation>Choose a task first.</translation>
    </message>
    <message>
        <source>Pilih satu butir dahulu.</source>
        <translation>Choose an item first.</translation>
    </message>
    <message>
        <source>Kekuatan disimpan: {added} baru, {changed} diubah.</source>
        <translation>Forces saved: {added} new, {changed} changed.</translation>
    </message>
    <message>
        <source>{name} dikeluarkan dari susunan kekuatan.</source>
        <translation>{name} taken out of the order of battle.</translation>
    </message>
    <message>
        <source>Tulis nama pasukannya, mis. Regu 1.</source>
        <translation>Write the name of the force, e.g. Regu 1.</translation>
    </message>
    <message>
        <source>{name} masih membawahi pasukan lain; pindahkan mereka dahulu.</source>
        <translation>{name} still has others under it; move them first.</translation>
    </message>
    <message>
        <source>{name} dikenal dari nama dan satuannya; keluarkan, lalu tambah yang baru.</source>
        <translation>{name} is known by its name and branch; take it out, then add the new one.</translation>
    </message>
    <message>
        <source>{name} tidak dapat membawahi dirinya.</source>
        <translation>{name} cannot stand under itself.</translation>
    </message>
    <message>
        <source>Jumlah orang 0 sampai {most}.</source>
        <translation>People from 0 to {most}.</translation>
    </message>
    <message>
        <source>Induk “{name}” tidak ada di satuan itu.</source>
        <translation>There is no “{name}” in that branch.</translation>
    </message>
    <message>
        <source>Paling banyak {limit} pasukan.</source>
        <translation>At most {limit} forces.</translation>
    </message>
    <message>
        <source>Pilih satu pasukan dahulu.</source>
        <translation>Choose a force first.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: “{found}” tidak ada di satuan itu, atau barisnya salah.</source>
        <translation>Row {row}, column {letter} “{column}”: there is no “{found}” in that branch, or its row is wrong.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: “{found}” saling membawahi.</source>
        <translation>Row {row}, column {letter} “{column}”: “{found}” and it stand under one another.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: “{found}”, padahal pos {post} di sektor {sector}.</source>
        <translation>Row {row}, column {letter} “{column}”: “{found}”, but post {post} is in sector {sector}.</translation>
    </message>
    <message>
        <source>Buka operasi dahulu (N di halaman Situasi).</source>
        <translation>Open an operation first (N on the page Situation).</translation>
    </message>
    <message>
        <source>Pilih satu tempat dahulu.</source>
        <translation>Choose a place first.</translation>
    </message>
    <message>
        <source>Pilih satu baris log dahulu.</source>
        <translation>Choose a line of the log first.</translation>
    </message>
    <message>
        <source>Pilih baris dahulu.</source>
        <translation>Choose a row first.</translation>
    </message>
    <message>
        <source>Tabel triase tanpa baris.</source>
        <translation>The triage table has no rows.</translation>
    </message>
    <message>
        <source>Tabel triase terlalu panjang; paling banyak {value}.</source>
        <translation>The triage table is too long; at most {value}.</translation>
    </message>
    <message>
        <source>Berkas bukan TOML yang benar, lihat baris berkas {value}.</source>
        <translation>The file is not valid TOML, see its line {value}.</translation>
    </message>
    <message>
        <source>Berkas CSV tanpa kolom code, when dan points.</source>
        <translation>The CSV has no columns code, when and points.</translation>
    </message>
    <message>
        <source>Bagian {column} bukan bagian tabel.</source>
        <translation>Part {column} is no part of a table.</translation>
    </message>
    <message>
        <source>Baris {row}: tidak ada kolom {column}.</source>
        <translation>Row {row}: there is no column {column}.</translation>
    </message>
    <message>
        <source>Baris {row}: kolom {column} belum diisi.</source>
        <translation>Row {row}: column {column} is missing.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {column}: “{value}” tidak dapat dipakai.</source>
        <translation>Row {row}, column {column}: “{value}” cannot be used.</translation>
    </message>
    <message>
        <source>Baris {row}: {value} poin di luar -10 sampai 10.</source>
        <translation>Row {row}: {value} points are outside -10 to 10.</translation>
    </message>
    <message>
        <source>Baris {row}: 0 poin tanpa prioritas tidak berpengaruh apa pun.</source>
        <translation>Row {row}: 0 points without a priority have no effect.</translation>
    </message>
    <message>
        <source>Baris {row}: kode “{value}” hanya boleh huruf kecil, angka, _ . dan -.</source>
        <translation>Row {row}: code “{value}” may only have small letters, digits, _ . and -.</translation>
    </message>
    <message>
        <source>Baris {row}: kode “{value}” sudah dipakai baris lain.</source>
        <translation>Row {row}: code “{value}” is another row&apos;s already.</translation>
    </message>
    <message>
        <source>Baris {row}: kalimat {column} kosong atau lebih dari 120 huruf.</source>
        <translation>Row {row}: sentence {column} is empty or longer than 120 letters.</translation>
    </message>
    <message>
        <source>Baris {row}: paling banyak {value} kata.</source>
        <translation>Row {row}: at most {value} words.</translation>
    </message>
    <message>
        <source>Baris {row}: kategori “{value}” tidak dikenal.</source>
        <translation>Row {row}: there is no category “{value}”.</translation>
    </message>
    <message>
        <source>Baris {row}: jenis tempat “{value}” tidak dikenal.</source>
        <translation>Row {row}: there is no kind of place “{value}”.</translation>
    </message>
    <message>
        <source>Baris {row}: “{value}” bukan kata.</source>
        <translation>Row {row}: “{value}” is no word.</translation>
    </message>
    <message>
        <source>Baris {row}: kolom {column} tidak berlaku untuk syarat {value}.</source>
        <translation>Row {row}: column {column} is not for condition {value}.</translation>
    </message>
    <message>
        <source>Kategori “{value}” tidak disebut baris mana pun.</source>
        <translation>No row speaks of category “{value}”.</translation>
    </message>
    <message>
        <source>P1 {share}% dari {count} kejadian {hours} jam ini, batas {limit}%</source>
        <translation>P1 {share}% of {count} incidents in these {hours} hours, limit {limit}%</translation>
    </message>
    <message>
        <source>Sebutan status disimpan.</source>
        <translation>Words for statuses saved.</translation>
    </message>
    <message>
        <source>Batas waktu status disimpan.</source>
        <translation>Time limits of statuses saved.</translation>
    </message>
    <message>
        <source>Status {status} tidak lengkap: perlu sebutan, bentuk dan warna.</source>
        <translation>The status {status} is incomplete: it needs a word, a shape and a colour.</translation>
    </message>
    <message>
        <source>Sebutan untuk {status} paling banyak {limit} huruf.</source>
        <translation>The word for {status} has at most {limit} letters.</translation>
    </message>
    <message>
        <source>Sebutan untuk {status} memuat huruf yang tidak tampak.</source>
        <translation>The word for {status} has letters that cannot be seen.</translation>
    </message>
    <message>
        <source>Sebutan {label} sudah dipakai status lain; {status} perlu sebutan sendiri.</source>
        <translation>The word {label} stands for another status already; {status} needs one of its own.</translation>
    </message>
    <message>
        <source>{status} dan {other} berbentuk sama; setiap status perlu bentuk sendiri.</source>
        <translation>{status} and {other} have the same shape; every status needs one of its own.</translation>
    </message>
    <message>
        <source>Bentuk {glyph} untuk {status} tidak dikenal.</source>
        <translation>The shape {glyph} for {status} is unknown.</translation>
    </message>
    <message>
        <source>Warna {colour} untuk {status} tidak dikenal.</source>
        <translation>The colour {colour} for {status} is unknown.</translation>
    </message>
    <message>
        <source>Status {status} tidak dikenal.</source>
        <translation>The status {status} is unknown.</translation>
    </message>
    <message>
        <source>Batas {limit} harus {least} sampai {most} detik.</source>
        <translation>The limit {limit} must be {least} to {most} seconds.</translation>
    </message>
    <message>
        <source>{unit} tidak menunggu apa pun; pilih statusnya sendiri.</source>
        <translation>{unit} waits for nothing; choose its status yourself.</translation>
    </message>
    <message>
        <source>{unit} sedang bertugas.</source>
        <translation>{unit} is on a job.</translation>
    </message>
    <message>
        <source>{unit} sedang dicari kabarnya.</source>
        <translation>{unit} is being looked for.</translation>
    </message>
    <message>
        <source>Kartu ini baru saja berubah: periksa, lalu tekan Enter lagi.</source>
        <translation>This card has only just changed: check it, then press Enter again.</translation>
    </message>
    <message>
        <source>Batas {limit} tidak dikenal.</source>
        <translation>The limit {limit} is unknown.</translation>
    </message>
    <message>
        <source>{name} disimpan di daftar tempat.</source>
        <translation>{name} is on the list of places.</translation>
    </message>
    <message>
        <source>Tempat diimpor: {added} baru, {changed} diubah.</source>
        <translation>Places imported: {added} new, {changed} changed.</translation>
    </message>
    <message>
        <source>{name} dikeluarkan dari daftar tempat.</source>
        <translation>{name} is off the list of places.</translation>
    </message>
    <message>
        <source>{name} disimpan.</source>
        <translation>{name} saved.</translation>
    </message>
    <message>
        <source>TPS diimpor: {added} baru, {changed} diubah.</source>
        <translation>TPS imported: {added} new, {changed} changed.</translation>
    </message>
    <message>
        <source>{count} TPS dikeluarkan dari daftar.</source>
        <translation>{count} TPS taken off the list.</translation>
    </message>
    <message>
        <source>Penilaian disimpan: {level}.</source>
        <translation>Rating saved: {level}.</translation>
    </message>
    <message>
        <source>Penilaian diimpor: {added} baru.</source>
        <translation>Ratings imported: {added} new.</translation>
    </message>
    <message>
        <source>Penilaian dicoret; riwayatnya tetap ada.</source>
        <translation>Rating struck; its history stays.</translation>
    </message>
    <message>
        <source>Kriteria kerawanan disimpan.</source>
        <translation>Criteria of vulnerability saved.</translation>
    </message>
    <message>
        <source>Dialog dicatat.</source>
        <translation>Dialogue noted.</translation>
    </message>
    <message>
        <source>Catatan dialog dicoret.</source>
        <translation>Note of the dialogue struck.</translation>
    </message>
    <message>
        <source>Catatan potensi gesekan disegel.</source>
        <translation>Note of expected friction sealed.</translation>
    </message>
    <message>
        <source>Catatan potensi gesekan dicabut.</source>
        <translation>Note of expected friction withdrawn.</translation>
    </message>
    <message>
        <source>{count} baris ditulis ke {file}.</source>
        <translation>{count} rows written to {file}.</translation>
    </message>
    <message>
        <source>Berkas tidak dapat ditulis; periksa ruang cakram.</source>
        <translation>The file cannot be written; check the disk space.</translation>
    </message>
    <message>
        <source>Satu berkas sedang diimpor; tunggu atau hentikan dahulu.</source>
        <translation>A file is being imported; wait, or stop it first.</translation>
    </message>
    <message>
        <source>Semua baris berkas itu sudah tersimpan; tidak ada yang diubah.</source>
        <translation>All rows of that file are stored already; nothing was changed.</translation>
    </message>
    <message>
        <source>Perintah diberikan ke {count} alamat.</source>
        <translation>Instruction given to {count} addressees.</translation>
    </message>
    <message>
        <source>Dicatat: {who} mendengar perintah.</source>
        <translation>Noted: {who} has heard the instruction.</translation>
    </message>
    <message>
        <source>Perintah dicabut.</source>
        <translation>Instruction withdrawn.</translation>
    </message>
    <message>
        <source>Tugas “{title}” dibuat.</source>
        <translation>Task “{title}” made.</translation>
    </message>
    <message>
        <source>Tugas “{title}” diakhiri.</source>
        <translation>Task “{title}” ended.</translation>
    </message>
    <message>
        <source>“{title}” dicatat selesai.</source>
        <translation>“{title}” noted as done.</translation>
    </message>
    <message>
        <source>Catatan regu disimpan.</source>
        <translation>Note of the shift kept.</translation>
    </message>
    <message>
        <source>Catatan regu dicoret.</source>
        <translation>Note of the shift struck through.</translation>
    </message>
    <message>
        <source>Perintah belum didengar semua: {text}</source>
        <translation>Instruction not heard by all: {text}</translation>
    </message>
    <message>
        <source>Tugas terlambat: {title}</source>
        <translation>Task overdue: {title}</translation>
    </message>
    <message>
        <source>Tulis isi perintahnya.</source>
        <translation>Write the words of the instruction.</translation>
    </message>
    <message>
        <source>Tulis kepada siapa, misalnya MEJA-1, SAMAPTA 12 atau pimpinan regu.</source>
        <translation>Write to whom, for example MEJA-1, SAMAPTA 12 or shift lead.</translation>
    </message>
    <message>
        <source>Paling banyak {most} alamat; bagi menjadi dua perintah.</source>
        <translation>At most {most} addressees; make it two instructions.</translation>
    </message>
    <message>
        <source>Sebut mejanya satu per satu; “semua orang” tidak dapat menyatakan mendengar.</source>
        <translation>Name the desks one by one; “everybody” cannot say that it was heard.</translation>
    </message>
    <message>
        <source>Batas mendengar harus 1 sampai {most} menit.</source>
        <translation>It must be heard within 1 to {most} minutes.</translation>
    </message>
    <message>
        <source>Masa berlaku harus melewati batas mendengar, paling lama {most} hari.</source>
        <translation>It must hold until after it is to be heard, at most {most} days.</translation>
    </message>
    <message>
        <source>Perintah itu bukan untuk {call_sign}.</source>
        <translation>That instruction is not for {call_sign}.</translation>
    </message>
    <message>
        <source>Sistem ini tidak berbicara untuk {call_sign}.</source>
        <translation>This system does not speak for {call_sign}.</translation>
    </message>
    <message>
        <source>Perintah ini sudah dicabut.</source>
        <translation>This instruction has been withdrawn.</translation>
    </message>
    <message>
        <source>Bukan kepada Anda atau meja ini; catat lewat radio, telepon atau langsung.</source>
        <translation>Not for you or this desk; enter that it was heard by radio, telephone or in person.</translation>
    </message>
    <message>
        <source>Tulis mengapa perintah dicabut.</source>
        <translation>Write why the instruction is withdrawn.</translation>
    </message>
    <message>
        <source>Semua sudah mendengar perintah ini.</source>
        <translation>Everybody has heard this instruction.</translation>
    </message>
    <message>
        <source>Pilih perintah dahulu.</source>
        <translation>Select an instruction first.</translation>
    </message>
    <message>
        <source>{name} sudah keluar dari ruang ini.</source>
        <translation>{name} has left this room.</translation>
    </message>
    <message>
        <source>Tulis nama mejanya.</source>
        <translation>Write the name of the desk.</translation>
    </message>
    <message>
        <source>Pimpinan regu dan seluruh ruang tidak memakai nama.</source>
        <translation>The shift lead and the whole room take no name.</translation>
    </message>
    <message>
        <source>“{name}” bukan meja, orang atau unit yang dikenal ruang ini.</source>
        <translation>“{name}” is no desk, person or unit that this room knows.</translation>
    </message>
    <message>
        <source>“{name}” dapat berarti beberapa: {names}. Tulis lebih lengkap.</source>
        <translation>“{name}” may mean several: {names}. Write more of it.</translation>
    </message>
    <message>
        <source>Perintah ini tidak menunggu jawaban “{name}”.</source>
        <translation>This instruction does not wait for an answer of “{name}”.</translation>
    </message>
    <message>
        <source>Pilih tugas dahulu.</source>
        <translation>Select a task first.</translation>
    </message>
    <message>
        <source>Tulis apa tugasnya.</source>
        <translation>Write what the task is.</translation>
    </message>
    <message>
        <source>Sudah ada {most} tugas; akhiri yang tidak perlu dahulu.</source>
        <translation>There are {most} tasks already; end those that are not needed first.</translation>
    </message>
    <message>
        <source>Tulis kapan tugas ini jatuh tempo, waktu yang akan datang.</source>
        <translation>Write when this task is due, a time that is to come.</translation>
    </message>
    <message>
        <source>Tulis berapa menit setelah regu mulai, 0 sampai {most}.</source>
        <translation>Write how many minutes after the shift begins, 0 to {most}.</translation>
    </message>
    <message>
        <source>“{at}” bukan jam; tulis misalnya 07:30.</source>
        <translation>“{at}” is no time; write for example 07:30.</translation>
    </message>
    <message>
        <source>Tulis harinya, misalnya Senin Kamis (“{text}” tidak terbaca).</source>
        <translation>Write the days, for example Monday Thursday (“{text}” cannot be read).</translation>
    </message>
    <message>
        <source>Tulis mengapa tugas diakhiri.</source>
        <translation>Write why the task ends.</translation>
    </message>
    <message>
        <source>Tugas “{title}” sudah diakhiri.</source>
        <translation>The task “{title}” has ended.</translation>
    </message>
    <message>
        <source>Tugas ini tidak jatuh tempo pada waktu itu.</source>
        <translation>This task is not due at that time.</translation>
    </message>
    <message>
        <source>Kunjungan dicatat pada kejadiannya; tekan Selesai untuk membukanya.</source>
        <translation>A visit is entered on its incident; press Done to open it.</translation>
    </message>
    <message>
        <source>Giliran ini sudah dicatat selesai.</source>
        <translation>This time is noted as done.</translation>
    </message>
    <message>
        <source>Pilih satu baris dahulu.</source>
        <translation>Mark a row first.</translation>
    </message>
    <message>
        <source>Yang ini sudah lama berakhir; isinya ada di kartu di bawah.</source>
        <translation>This ended long ago; its words are on the card below.</translation>
    </message>
    <message>
        <source>Pilih catatan dahulu.</source>
        <translation>Select a note first.</translation>
    </message>
    <message>
        <source>Catatan hanya untuk regu ini atau regu berikutnya; regu itu sudah lewat.</source>
        <translation>A note is for this shift or the next only; that shift is over.</translation>
    </message>
    <message>
        <source>Catatan ini sudah dicoret.</source>
        <translation>This note has been struck through.</translation>
    </message>
    <message>
        <source>Tambah pemilu dahulu, lalu impor TPS-nya.</source>
        <translation>Add an election first, then import its TPS.</translation>
    </message>
    <message>
        <source>Tulis nama tempatnya.</source>
        <translation>Write the name of the place.</translation>
    </message>
    <message>
        <source>Tempat {name} tanpa kode; isi kodenya agar impor berikut mengenalinya.</source>
        <translation>Place {name} has no code; give it one so that the next import knows it.</translation>
    </message>
    <message>
        <source>Kode itu sudah dipakai {name}; pilih kode lain.</source>
        <translation>{name} has that code already; choose another.</translation>
    </message>
    <message>
        <source>Paling banyak {limit} kontak.</source>
        <translation>At most {limit} contacts.</translation>
    </message>
    <message>
        <source>Tulis kelurahannya.</source>
        <translation>Write the kelurahan.</translation>
    </message>
    <message>
        <source>{area} adalah kecamatan; tulis kode atau nama kelurahannya.</source>
        <translation>{area} is a kecamatan; write the code or the name of the kelurahan.</translation>
    </message>
    <message>
        <source>Lintang dan bujur harus keduanya, dalam derajat di bumi.</source>
        <translation>Latitude and longitude go together, in degrees on Earth.</translation>
    </message>
    <message>
        <source>Tulis kode pemilu, mis. pilkada-2024.</source>
        <translation>Write the code of the election, e.g. pilkada-2024.</translation>
    </message>
    <message>
        <source>Tulis nama pemilunya.</source>
        <translation>Write the name of the election.</translation>
    </message>
    <message>
        <source>Hari pemungutan “{day}” bukan tanggal; tulis seperti 2024-11-27.</source>
        <translation>Polling day “{day}” is no date; write it like 2024-11-27.</translation>
    </message>
    <message>
        <source>Nomor TPS {number} di luar 1 sampai {most}.</source>
        <translation>TPS number {number} is outside 1 to {most}.</translation>
    </message>
    <message>
        <source>TPS {number} {area} sudah ada di daftar; tandai lalu ubah (Enter).</source>
        <translation>TPS {number} {area} is on the list; mark it and change it (Enter).</translation>
    </message>
    <message>
        <source>“{found}” bukan angka.</source>
        <translation>“{found}” is not a number.</translation>
    </message>
    <message>
        <source>Jumlah pemilih {voters} di luar 0 sampai {most}.</source>
        <translation>{voters} voters is outside 0 to {most}.</translation>
    </message>
    <message>
        <source>Kriteria {criterion} tidak ada di tabel ruang ini.</source>
        <translation>This room&apos;s table has no criterion {criterion}.</translation>
    </message>
    <message>
        <source>Nilai kriteria {score} di luar 0 sampai {most}.</source>
        <translation>Score {score} is outside 0 to {most}.</translation>
    </message>
    <message>
        <source>Nilai paling sedikit satu kriteria.</source>
        <translation>Rate at least one criterion.</translation>
    </message>
    <message>
        <source>Tulis sumber penilaian.</source>
        <translation>Write the source of the rating.</translation>
    </message>
    <message>
        <source>Penilaian tidak dapat bertanggal besok.</source>
        <translation>A rating cannot be of tomorrow.</translation>
    </message>
    <message>
        <source>“{day}” bukan tanggal; tulis seperti 21-11-2026.</source>
        <translation>“{day}” is no date; write it like 21-11-2026.</translation>
    </message>
    <message>
        <source>Tabel kriteria baris {row}, kolom {column}: “{value}” tidak dapat dipakai.</source>
        <translation>Table of criteria row {row}, column {column}: “{value}” cannot be used.</translation>
    </message>
    <message>
        <source>Tabel kriteria terlalu panjang; paling banyak {limit} huruf.</source>
        <translation>The table of criteria is too long; at most {limit} letters.</translation>
    </message>
    <message>
        <source>Belum ada kriteria yang diubah.</source>
        <translation>No criterion was changed yet.</translation>
    </message>
    <message>
        <source>Kode {criterion} sudah dipakai.</source>
        <translation>Code {criterion} is taken.</translation>
    </message>
    <message>
        <source>Dialog tidak dapat bertanggal besok.</source>
        <translation>A dialogue cannot be of tomorrow.</translation>
    </message>
    <message>
        <source>Tulis siapa dari kita yang hadir.</source>
        <translation>Write who of ours was there.</translation>
    </message>
    <message>
        <source>Tulis ringkasan dialognya.</source>
        <translation>Write a summary of the dialogue.</translation>
    </message>
    <message>
        <source>Tulis isi catatannya.</source>
        <translation>Write what the note says.</translation>
    </message>
    <message>
        <source>Tulis sumber catatannya.</source>
        <translation>Write the source of the note.</translation>
    </message>
    <message>
        <source>Tulis alasan membuka; pembukaan dicatat.</source>
        <translation>Write why it is opened; opening it is logged.</translation>
    </message>
    <message>
        <source>“{text}” tampak seperti orang; catatan ini hanya tentang kelompok, tempat dan waktu.</source>
        <translation>“{text}” looks like a person; this note is about groups, places and times only.</translation>
    </message>
    <message>
        <source>Catatan terbatas hanya disimpan di ruang langsung, tidak di latihan.</source>
        <translation>Restricted notes are kept in the live room only, not in an exercise.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: “{found}” bukan kelurahan di kota ini.</source>
        <translation>Row {row}, column {letter} “{column}”: “{found}” is no kelurahan of this city.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: “{found}” kelurahan lain dari {area}.</source>
        <translation>Row {row}, column {letter} “{column}”: “{found}” is another kelurahan than {area}.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: tidak ada tempat berkode “{found}”.</source>
        <translation>Row {row}, column {letter} “{column}”: there is no place with the code “{found}”.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: tidak ada TPS “{found}” di kelurahan itu.</source>
        <translation>Row {row}, column {letter} “{column}”: there is no TPS “{found}” in that kelurahan.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: tanggal “{found}” belum tiba.</source>
        <translation>Row {row}, column {letter} “{column}”: the day “{found}” is yet to come.</translation>
    </message>
    <message>
        <source>Berkas lebih besar dari {limit} MB.</source>
        <translation>The file is larger than {limit} MB.</translation>
    </message>
    <message>
        <source>Isi buku kerja itu lebih besar dari {limit} MB setelah dibuka; tidak dibaca.</source>
        <translation>What the workbook unpacks to is larger than {limit} MB; it was not read.</translation>
    </message>
    <message>
        <source>Buku kerja itu berformat lama atau berkata sandi; simpan sebagai .xlsx tanpa sandi.</source>
        <translation>The workbook is of the old format or has a password; save it as .xlsx without one.</translation>
    </message>
    <message>
        <source>Berkas itu bukan buku kerja .xlsx yang utuh; simpan ulang lalu coba lagi.</source>
        <translation>The file is no whole .xlsx workbook; save it again and try once more.</translation>
    </message>
    <message>
        <source>Berkas itu bukan tabel; pilih berkas .xlsx atau .csv.</source>
        <translation>The file is no table; choose an .xlsx or .csv file.</translation>
    </message>
    <message>
        <source>Baris {line} tidak terbaca: periksa tanda kutip dan panjang sel di sekitarnya.</source>
        <translation>Row {line} cannot be read: check the quotes and the length of cells around it.</translation>
    </message>
    <message>
        <source>Tidak ada lembar “{sheet}”; yang ada: {sheets}.</source>
        <translation>There is no sheet “{sheet}”; there are: {sheets}.</translation>
    </message>
    <message>
        <source>Tabel itu kosong.</source>
        <translation>The table is empty.</translation>
    </message>
    <message>
        <source>Kolom tidak ditemukan: {missing}. Yang terbaca: {columns}.</source>
        <translation>Columns not found: {missing}. Read were: {columns}.</translation>
    </message>
    <message>
        <source>Kolom “{column}” ada dua kali ({letters}); hapus atau ganti nama salah satu.</source>
        <translation>The column “{column}” is there twice ({letters}); delete or rename one.</translation>
    </message>
    <message>
        <source>Tabel lebih lebar dari {limit} kolom.</source>
        <translation>The table is wider than {limit} columns.</translation>
    </message>
    <message>
        <source>Tabel lebih panjang dari {limit} baris; bagi menjadi beberapa berkas.</source>
        <translation>The table is longer than {limit} rows; split it into several files.</translation>
    </message>
    <message>
        <source>Lebih dari {limit} sel digabung; pisahkan sel lalu coba lagi.</source>
        <translation>More than {limit} cells are merged; part the cells and try again.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: kosong, padahal wajib diisi.</source>
        <translation>Row {row}, column {letter} “{column}”: empty, but needed.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: terlalu panjang (“{found}”).</source>
        <translation>Row {row}, column {letter} “{column}”: too long (“{found}”).</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: “{found}” bukan bilangan bulat {low} sampai {high}.</source>
        <translation>Row {row}, column {letter} “{column}”: “{found}” is no whole number from {low} to {high}.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: “{found}” bukan bilangan {low} sampai {high}.</source>
        <translation>Row {row}, column {letter} “{column}”: “{found}” is no number from {low} to {high}.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: “{found}” bukan tanggal; tulis seperti 21/11/2026.</source>
        <translation>Row {row}, column {letter} “{column}”: “{found}” is no day; write it like 21/11/2026.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: “{found}” tidak dikenal; pilih salah satu: {known}.</source>
        <translation>Row {row}, column {letter} “{column}”: “{found}” is not known; choose one of: {known}.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: “{found}” sudah ada di baris {first}.</source>
        <translation>Row {row}, column {letter} “{column}”: “{found}” stands in row {first} already.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: rumus tanpa hasil; buka dan simpan berkas di aplikasi lembar kerja, atau tempel nilainya saja.</source>
        <translation>Row {row}, column {letter} “{column}”: a formula without its result; open and save the file in a spreadsheet program, or paste the value alone.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: galat rumus {found}.</source>
        <translation>Row {row}, column {letter} “{column}”: the formula&apos;s error {found}.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter}: ada isi “{found}” di luar kolom tabel.</source>
        <translation>Row {row}, column {letter}: “{found}” stands outside of the table&apos;s columns.</translation>
    </message>
    <message>
        <source>Deteksi dini: {count} kejadian dalam {length}, {area} ({what}); biasanya sekali dalam {days} hari</source>
        <translation>Early detection: {count} incidents within {length}, {area} ({what}); usually once in {days} days</translation>
    </message>
    <message>
        <source>Peringatan dini dicatat.</source>
        <translation>Early warning noted.</translation>
    </message>
    <message>
        <source>Peringatan dini bertambah.</source>
        <translation>Early warning has grown.</translation>
    </message>
    <message>
        <source>{what}: {verdict}.</source>
        <translation>{what}: {verdict}.</translation>
    </message>
    <message>
        <source>Peringatan dini berakhir.</source>
        <translation>Early warning is over.</translation>
    </message>
    <message>
        <source>Ambang deteksi dini dihitung ulang.</source>
        <translation>Thresholds of early detection reckoned anew.</translation>
    </message>
    <message>
        <source>Tulis mengapa ini wajar.</source>
        <translation>Write why this is as usual.</translation>
    </message>
    <message>
        <source>Peringatan dini itu sudah berakhir.</source>
        <translation>That early warning is over.</translation>
    </message>
    <message>
        <source>Pilih satu peringatan dahulu.</source>
        <translation>Choose a warning first.</translation>
    </message>
    <message>
        <source>Kejadian itu tidak lagi di jendela ini; cari di riwayat.</source>
        <translation>That incident is no longer in this window; look for it in the history.</translation>
    </message>
    <message>
        <source>Tahapan {name} disimpan.</source>
        <translation>Stage {name} saved.</translation>
    </message>
    <message>
        <source>Tahapan {name} dicoret.</source>
        <translation>Stage {name} struck.</translation>
    </message>
    <message>
        <source>{added} tahapan {name} diambil dari PKPU.</source>
        <translation>{added} stages of {name} taken from the PKPU.</translation>
    </message>
    <message>
        <source>Pola {count} tingkat untuk {name} disimpan.</source>
        <translation>Pattern of {count} levels for {name} saved.</translation>
    </message>
    <message>
        <source>Kekuatan: {added} baru, {changed} diubah.</source>
        <translation>People: {added} new, {changed} changed.</translation>
    </message>
    <message>
        <source>{name} ditarik dari daftar kekuatan.</source>
        <translation>{name} withdrawn from the people there are.</translation>
    </message>
    <message>
        <source>Ploting {name}: {people} orang di {groups} kelompok, kurang {short}.</source>
        <translation>Posting of {name}: {people} people in {groups} groups, {short} short.</translation>
    </message>
    <message>
        <source>Ploting sebelumnya berlaku lagi.</source>
        <translation>The posting plan before it stands again.</translation>
    </message>
    <message>
        <source>{count} baris papan ploting ditulis ke {file}.</source>
        <translation>{count} lines of the posting board written to {file}.</translation>
    </message>
    <message>
        <source>{name}: {people} orang di kelompok itu.</source>
        <translation>{name}: {people} people at that group.</translation>
    </message>
    <message>
        <source>{kept} kabar TPS dicatat, {count} ditolak.</source>
        <translation>{kept} messages kept, {count} refused.</translation>
    </message>
    <message>
        <source>Kabar TPS dicoret.</source>
        <translation>Message struck.</translation>
    </message>
    <message>
        <source>Kawal {name} disimpan.</source>
        <translation>Escort {name} saved.</translation>
    </message>
    <message>
        <source>{name}: {step}.</source>
        <translation>{name}: {step}.</translation>
    </message>
    <message>
        <source>Kawal {name} dicoret.</source>
        <translation>Escort {name} struck.</translation>
    </message>
    <message>
        <source>Tulis nama tahapannya.</source>
        <translation>Write the name of the stage.</translation>
    </message>
    <message>
        <source>Tahapan berakhir {last} sebelum mulai {first}; balik tanggalnya.</source>
        <translation>The stage ends on {last}, before it begins on {first}; swap the dates.</translation>
    </message>
    <message>
        <source>Tidak ada jadwal bawaan untuk jenis pemilu ini; tambah sendiri (Ins).</source>
        <translation>No calendar is shipped for this kind of election; add stages yourself (Ins).</translation>
    </message>
    <message>
        <source>Pola {level} “{found}” tidak terbaca; tulis polisi-TPS-linmas, mis. 2-4-8.</source>
        <translation>Pattern “{found}” of {level} cannot be read; write police-stations-linmas, e.g. 2-4-8.</translation>
    </message>
    <message>
        <source>Pola {level} {found} tanpa TPS; angka tengah paling sedikit 1.</source>
        <translation>Pattern {found} of {level} has no station; the middle number is at least 1.</translation>
    </message>
    <message>
        <source>Pola {level} {found} tanpa seorang pun.</source>
        <translation>Pattern {found} of {level} has nobody.</translation>
    </message>
    <message>
        <source>Pola {level} {found} melebihi {most}; periksa angkanya.</source>
        <translation>Pattern {found} of {level} exceeds {most}; check the numbers.</translation>
    </message>
    <message>
        <source>Isi pola paling sedikit satu tingkat.</source>
        <translation>Fill in a pattern for one level at least.</translation>
    </message>
    <message>
        <source>Tulis sumber polanya.</source>
        <translation>Write the source of the pattern.</translation>
    </message>
    <message>
        <source>Tingkat kerawanan {level} tidak ada di tabel kriteria ruang ini.</source>
        <translation>The level {level} is not in this room&apos;s table of criteria.</translation>
    </message>
    <message>
        <source>Tulis nama satuannya.</source>
        <translation>Write the name.</translation>
    </message>
    <message>
        <source>{name} tanpa pangkalan; tulis kelurahan, kecamatan atau titiknya.</source>
        <translation>{name} has no home; write its kelurahan, kecamatan or point.</translation>
    </message>
    <message>
        <source>Kekuatan {name} di luar 1 sampai {most} orang.</source>
        <translation>Strength of {name} is not between 1 and {most} people.</translation>
    </message>
    <message>
        <source>{name} hanya punya {most} orang yang belum diploting.</source>
        <translation>{name} has only {most} people without a post.</translation>
    </message>
    <message>
        <source>{name} dikenal dari nama dan unsurnya; tarik, lalu tambah yang baru.</source>
        <translation>{name} is known by its name and force; withdraw it, then add the new one.</translation>
    </message>
    <message>
        <source>{name} sudah ada di daftar kekuatan; pilih, lalu ubah (Return).</source>
        <translation>{name} is already among the people; select it, then change it (Return).</translation>
    </message>
    <message>
        <source>{name} sudah ditarik; orangnya hanya dapat ditarik dari TPS ini (0).</source>
        <translation>{name} was withdrawn; its people can only be taken away from here (0).</translation>
    </message>
    <message>
        <source>Ploting harus berisi 1 sampai {most} kelompok TPS; hitung dahulu.</source>
        <translation>A posting has 1 to {most} groups; work it out first.</translation>
    </message>
    <message>
        <source>TPS {number} di {area} tidak ada atau sudah di kelompok lain; hitung lagi.</source>
        <translation>TPS {number} in {area} is not there or in another group; work it out again.</translation>
    </message>
    <message>
        <source>Satu kelompok di {area} melebihi pola {pattern}; hitung lagi.</source>
        <translation>A group in {area} exceeds the pattern {pattern}; work it out again.</translation>
    </message>
    <message>
        <source>Isi pola dahulu (P), lalu hitung.</source>
        <translation>Fill in the pattern first (P), then work it out.</translation>
    </message>
    <message>
        <source>Catat kekuatan dahulu, lalu hitung.</source>
        <translation>Enter the people first, then work it out.</translation>
    </message>
    <message>
        <source>Belum ada TPS pemilu ini; impor dahulu di panel Tempat (Ctrl+O).</source>
        <translation>No polling stations of this election yet; import them in Places (Ctrl+O).</translation>
    </message>
    <message>
        <source>Hitung ploting dahulu (H).</source>
        <translation>Work out a posting first (H).</translation>
    </message>
    <message>
        <source>Ploting sedang dihitung.</source>
        <translation>The posting is being worked out.</translation>
    </message>
    <message>
        <source>Usulan belum ditetapkan; tetapkan (T) atau buang (Esc) dahulu.</source>
        <translation>The offer is not adopted; adopt (T) or drop it (Esc) first.</translation>
    </message>
    <message>
        <source>Buka kabarnya (L), lalu pilih satu.</source>
        <translation>Open what was told (L), then choose one.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: “{found}” bukan Polri, TNI atau Linmas.</source>
        <translation>Row {row}, column {letter} “{column}”: “{found}” is not Polri, TNI or Linmas.</translation>
    </message>
    <message>
        <source>Baris {row}: “{found}” tanpa kelurahan dan tanpa titik pangkalan.</source>
        <translation>Row {row}: “{found}” has neither a kelurahan nor a point as its home.</translation>
    </message>
    <message>
        <source>Pilih satu kelompok TPS dahulu.</source>
        <translation>Choose a group of polling stations first.</translation>
    </message>
    <message>
        <source>“{found}” bukan jumlah orang.</source>
        <translation>“{found}” is not a number of people.</translation>
    </message>
    <message>
        <source>Tidak ada nomor TPS; tulis mis. TPS 12.</source>
        <translation>No number of a polling station; write e.g. TPS 12.</translation>
    </message>
    <message>
        <source>Tidak ada nama kelurahan di samping nomor TPS.</source>
        <translation>No kelurahan is named beside the number of the polling station.</translation>
    </message>
    <message>
        <source>“{found}”: nomor TPS atau jumlah? Tulis kelurahan tepat setelah nomor TPS.</source>
        <translation>“{found}”: polling stations or how many? Write the kelurahan right after the polling station&apos;s number.</translation>
    </message>
    <message>
        <source>Bisa {names}; tulis satu kelurahan, atau tambahkan kecamatannya.</source>
        <translation>It may be {names}; write one kelurahan, or add its kecamatan.</translation>
    </message>
    <message>
        <source>Kelurahan itu tidak di kecamatan yang ditulis.</source>
        <translation>That kelurahan is not in the kecamatan that was written.</translation>
    </message>
    <message>
        <source>Kata “{word}” tidak dikenal.</source>
        <translation>The word “{word}” is not known.</translation>
    </message>
    <message>
        <source>“{word}” bukan kelurahan yang dikenal; maksudnya {area}?</source>
        <translation>“{word}” is no known kelurahan; is {area} meant?</translation>
    </message>
    <message>
        <source>TPS {numbers} tidak ada di {area}.</source>
        <translation>There is no TPS {numbers} in {area}.</translation>
    </message>
    <message>
        <source>TPS {first} sampai {last} terbalik.</source>
        <translation>TPS {first} to {last} is the wrong way round.</translation>
    </message>
    <message>
        <source>Paling banyak {most} TPS dalam satu baris.</source>
        <translation>At most {most} polling stations in a line.</translation>
    </message>
    <message>
        <source>Dua kabar dalam satu baris; tulis satu baris untuk masing-masing.</source>
        <translation>Two messages in one line; write a line for each.</translation>
    </message>
    <message>
        <source>Dua tahap sekaligus: {words}; tulis satu.</source>
        <translation>Two stages at once: {words}; write one.</translation>
    </message>
    <message>
        <source>Tulis kabarnya: buka, pungut, hitung, selesai, geser, aman atau gangguan.</source>
        <translation>Write what it tells: buka, pungut, hitung, selesai, geser, aman or gangguan.</translation>
    </message>
    <message>
        <source>Aman dan gangguan dalam satu baris; tulis salah satu.</source>
        <translation>Safe and trouble in one line; write one of them.</translation>
    </message>
    <message>
        <source>Antara 1 dan {most} kabar sekali simpan.</source>
        <translation>Between 1 and {most} messages at a time.</translation>
    </message>
    <message>
        <source>{word} sudah dicatat pukul {at}.</source>
        <translation>{word} was kept at {at} already.</translation>
    </message>
    <message>
        <source>Sudah {state}, tidak kembali ke {word}; coret dahulu kabar yang salah.</source>
        <translation>Already {state}, not back to {word}; strike the wrong message first.</translation>
    </message>
    <message>
        <source>TPS itu tidak ada di pemilu ini.</source>
        <translation>That polling station is not one of this election.</translation>
    </message>
    <message>
        <source>Pukul {at} belum tiba.</source>
        <translation>{at} has not come yet.</translation>
    </message>
    <message>
        <source>Tulis apa yang dikawal.</source>
        <translation>Write what is escorted.</translation>
    </message>
    <message>
        <source>Tulis dari mana dan ke mana.</source>
        <translation>Write from where and to where.</translation>
    </message>
    <message>
        <source>Tulis siapa pengawalnya.</source>
        <translation>Write who escorts it.</translation>
    </message>
    <message>
        <source>Tulis siapa yang menerima.</source>
        <translation>Write who receives it.</translation>
    </message>
    <message>
        <source>Kawal ini {now}; tidak dapat langsung {step}.</source>
        <translation>This escort is {now}; it cannot be {step} now.</translation>
    </message>
    <message>
        <source>“{found}” bukan waktu; tulis seperti 26-11-2024 07.30.</source>
        <translation>“{found}” is not a time; write it like 26-11-2024 07.30.</translation>
    </message>
    <message>
        <source>Ini hanya ada dalam latihan.</source>
        <translation>Only an exercise has this.</translation>
    </message>
    <message>
        <source>Berkas ini keluar dari sebuah latihan; ruang ini tidak menerimanya.</source>
        <translation>This file left an exercise; this room does not take it.</translation>
    </message>
    <message>
        <source>Meja sutradara ada di meja yang menjalankan latihan ini.</source>
        <translation>The director&apos;s desk is at the workstation that runs this exercise.</translation>
    </message>
    <message>
        <source>Inject dicatat.</source>
        <translation>Inject recorded.</translation>
    </message>
    <message>
        <source>Catatan penilai disimpan.</source>
        <translation>Evaluator&apos;s note kept.</translation>
    </message>
    <message>
        <source>Laju latihan diubah.</source>
        <translation>Pace of the exercise changed.</translation>
    </message>
    <message>
        <source>Pilih satu inject dahulu.</source>
        <translation>Select an inject first.</translation>
    </message>
    <message>
        <source>Inject ini sudah disampaikan atau dilewati.</source>
        <translation>This inject has been put in or skipped.</translation>
    </message>
    <message>
        <source>Inject tambahan disampaikan.</source>
        <translation>Added inject put in.</translation>
    </message>
    <message>
        <source>Laporan latihan ditulis: {file}.</source>
        <translation>Exercise report written: {file}.</translation>
    </message>
    <message>
        <source>PUTAR ULANG: masa lalu hanya dibaca, tidak ada yang dapat diubah.</source>
        <translation>PLAYBACK: the past is read only, nothing can be changed.</translation>
    </message>
    <message>
        <source>Putar ulang tidak mencari: yang kemudian belum terjadi di sini.</source>
        <translation>Playback does not search: what came later has not happened here.</translation>
    </message>
    <message>
        <source>Catatan setelah nomor {seq} tidak terbaca; tutup dan buka lagi.</source>
        <translation>Entries after number {seq} cannot be read; close and open again.</translation>
    </message>
    <message>
        <source>Jendela ini sudah putar ulang.</source>
        <translation>This window is a playback already.</translation>
    </message>
    <message>
        <source>Jendela putar ulang tidak dapat dijalankan.</source>
        <translation>The playback window could not be started.</translation>
    </message>
    <message>
        <source>Putar ulang dibuka di jendela sendiri, mulai {since}.</source>
        <translation>Playback opened in a window of its own, from {since}.</translation>
    </message>
    <message>
        <source>Papan dibekukan: {items} butir diserahkan ke {next_name}.</source>
        <translation>Board frozen: {items} items go to {next_name}.</translation>
    </message>
    <message>
        <source>Diterima: {title}.</source>
        <translation>Accepted: {title}.</translation>
    </message>
    <message>
        <source>{count} butir diterima.</source>
        <translation>{count} items accepted.</translation>
    </message>
    <message>
        <source>Tanda tangan Anda tercatat.</source>
        <translation>Your signature is recorded.</translation>
    </message>
    <message>
        <source>Jaga diambil alih paksa; {unseen} butir dicatat atas nama Anda.</source>
        <translation>Shift taken over by force; {unseen} items are in your name.</translation>
    </message>
    <message>
        <source>Serah terima dibatalkan.</source>
        <translation>Handover called off.</translation>
    </message>
    <message>
        <source>{name} membekukan papan: serah terima ke {next_name} dimulai.</source>
        <translation>{name} froze the board: the handover to {next_name} begins.</translation>
    </message>
    <message>
        <source>{name} memimpin {next_name} sekarang; ambil kejadian yang terbuka.</source>
        <translation>{name} leads {next_name} now; take the open incidents.</translation>
    </message>
    <message>
        <source>{name} mengambil alih jaga dengan paksa: {reason}</source>
        <translation>{name} took the shift over by force: {reason}</translation>
    </message>
    <message>
        <source>Dicatat di buku mutasi.</source>
        <translation>Written in the shift book.</translation>
    </message>
    <message>
        <source>Baris dicoret; tulisannya tetap terbaca.</source>
        <translation>Line struck through; it stays readable.</translation>
    </message>
    <message>
        <source>Buku mutasi ditulis ke {file}.</source>
        <translation>Shift book written to {file}.</translation>
    </message>
    <message>
        <source>Aturan serah terima disimpan.</source>
        <translation>Rules of handovers kept.</translation>
    </message>
    <message>
        <source>Tulis menit bulat dari 0 sampai {most}.</source>
        <translation>Write whole minutes from 0 to {most}.</translation>
    </message>
    <message>
        <source>Kolom “{name}” tidak dikenal.</source>
        <translation>There is no column “{name}”.</translation>
    </message>
    <message>
        <source>Ruang ini belum punya regu jaga.</source>
        <translation>This room has no shift yet.</translation>
    </message>
    <message>
        <source>Pusat data tidak terjangkau; serah terima menunggu sampai tersambung lagi.</source>
        <translation>The database is out of reach; the handover waits until it is back.</translation>
    </message>
    <message>
        <source>Serah terima dibuka pukul {at}; sebelum itu hanya dengan paksa dan alasan.</source>
        <translation>The handover opens at {at}; before that only by force, with a reason.</translation>
    </message>
    <message>
        <source>Belum ada papan yang dibekukan; kepala regu lama memulainya.</source>
        <translation>No board is frozen; the outgoing lead begins.</translation>
    </message>
    <message>
        <source>Hanya baris inventaris yang diketik dapat dihapus.</source>
        <translation>Only a line of inventory that was typed can be removed.</translation>
    </message>
    <message>
        <source>Papan sudah dibekukan; terima butirnya atau batalkan.</source>
        <translation>The board is frozen; accept its items or call it off.</translation>
    </message>
    <message>
        <source>Butir itu sudah tidak ada di papan; tidak perlu diterima.</source>
        <translation>That item is off the board; it need not be accepted.</translation>
    </message>
    <message>
        <source>{title} baru saja berubah; baca lagi lalu terima.</source>
        <translation>{title} has just changed; read it again, then accept.</translation>
    </message>
    <message>
        <source>Butir jenis {kind} diambil dari papan, tidak ditulis tangan.</source>
        <translation>Items of kind {kind} come from the board, not by hand.</translation>
    </message>
    <message>
        <source>Tulis apa yang diserahkan.</source>
        <translation>Write what is handed over.</translation>
    </message>
    <message>
        <source>{title} merah; terima satu per satu.</source>
        <translation>{title} is red; accept it by itself.</translation>
    </message>
    <message>
        <source>Masih {count} butir merah belum diterima, mis. {title}.</source>
        <translation>{count} red items are not accepted, e.g. {title}.</translation>
    </message>
    <message>
        <source>Tidak ada butir tak merah yang menunggu.</source>
        <translation>Nothing that is not red waits.</translation>
    </message>
    <message>
        <source>Butir itu sudah diterima.</source>
        <translation>That item is accepted.</translation>
    </message>
    <message>
        <source>Sudah ada tanda tangan; serah terima tidak dapat dibatalkan lagi.</source>
        <translation>Somebody has signed; it can no longer be called off.</translation>
    </message>
    <message>
        <source>Serah terima ini dimulai {name}; hanya yang terlibat dapat membatalkannya.</source>
        <translation>{name} began this handover; only who is part of it may call it off.</translation>
    </message>
    <message>
        <source>{name} sudah membekukan papan di {workstation}; ikuti yang itu.</source>
        <translation>{name} has frozen the board at {workstation}; follow that one.</translation>
    </message>
    <message>
        <source>Jaga ini dipimpin {name}; hanya ia yang menyerahkannya, atau ambil paksa.</source>
        <translation>{name} leads this shift and alone hands it over; or take it by force.</translation>
    </message>
    <message>
        <source>Serah terima itu sudah berakhir.</source>
        <translation>That handover is over.</translation>
    </message>
    <message>
        <source>{name} sedang menerima jaga ini; orang lain tidak dapat menandatanganinya.</source>
        <translation>{name} is accepting this shift; nobody else can sign it.</translation>
    </message>
    <message>
        <source>Yang menerima harus orang lain daripada yang menyerahkan.</source>
        <translation>Who accepts must be another person than who hands over.</translation>
    </message>
    <message>
        <source>Tulis kata sandi Anda untuk menandatangani.</source>
        <translation>Write your password to sign.</translation>
    </message>
    <message>
        <source>Jam kejadian belum tiba.</source>
        <translation>That time has not come yet.</translation>
    </message>
    <message>
        <source>Jam itu sebelum {shift} mulai berdinas.</source>
        <translation>That time is before {shift} began.</translation>
    </message>
    <message>
        <source>Halaman {shift} sudah ditutup; tulis koreksinya di buku jaga yang berjalan.</source>
        <translation>The page of {shift} is closed; write the correction in the book of the shift that goes on.</translation>
    </message>
    <message>
        <source>Tulis uraian kejadiannya.</source>
        <translation>Write what happened.</translation>
    </message>
    <message>
        <source>Hanya baris tulisan tangan dicoret.</source>
        <translation>Only lines written by hand are struck.</translation>
    </message>
    <message>
        <source>Buku sedang dibaca; tunggu sebentar.</source>
        <translation>The book is being read; one moment.</translation>
    </message>
    <message>
        <source>Templat “{name}” disimpan sebagai versi {version}.</source>
        <translation>Template “{name}” saved as version {version}.</translation>
    </message>
    <message>
        <source>Teks laporan disalin; tempel di aplikasi.</source>
        <translation>The report&apos;s text is copied; paste it where it goes.</translation>
    </message>
    <message>
        <source>Laporan disimpan: {file}</source>
        <translation>Report saved: {file}</translation>
    </message>
    <message>
        <source>Dikirim ke printer {printer}.</source>
        <translation>Sent to printer {printer}.</translation>
    </message>
    <message>
        <source>Komputer ini tidak punya printer. Pakai PDF, atau pasang printer di sistem.</source>
        <translation>This computer has no printer. Use PDF, or add a printer to the system.</translation>
    </message>
    <message>
        <source>Printer {printer} tidak ada lagi. Pilih printer lain atau pakai PDF.</source>
        <translation>Printer {printer} is no longer there. Choose another or use PDF.</translation>
    </message>
    <message>
        <source>Printer {printer} tidak menerima cetakan. Periksa printernya atau pakai PDF.</source>
        <translation>Printer {printer} did not take it. Look at the printer or use PDF.</translation>
    </message>
    <message>
        <source>Laporan tidak dapat ditulis ke {folder}; periksa folder dan ruang disk. Laporannya masih tampil, tidak ada yang hilang.</source>
        <translation>The report cannot be written to {folder}; check the folder and the disk space. The report is still shown, nothing is lost.</translation>
    </message>
    <message>
        <source>Belum ada laporan; tekan Buat dahulu.</source>
        <translation>There is no report yet; press Make first.</translation>
    </message>
    <message>
        <source>Tidak ada kejadian untuk ditulis.</source>
        <translation>There is no incident to write.</translation>
    </message>
    <message>
        <source>Tidak ada identitas pelapor yang disegel pada kejadian ini.</source>
        <translation>No reporter&apos;s identity is sealed with this incident.</translation>
    </message>
    <message>
        <source>Tidak ada templat “{template}”.</source>
        <translation>There is no template “{template}”.</translation>
    </message>
    <message>
        <source>Templat kosong; tulis isinya.</source>
        <translation>The template is empty; write something.</translation>
    </message>
    <message>
        <source>Templat terlalu panjang; paling banyak {limit} huruf.</source>
        <translation>The template is too long; at most {limit} letters.</translation>
    </message>
    <message>
        <source>Baris {line}: kurung kurawal di “{near}” tidak berpasangan; tulis dua kurung untuk satu kurung biasa.</source>
        <translation>Line {line}: a brace at “{near}” has no partner; write two for an ordinary one.</translation>
    </message>
    <message>
        <source>Baris {line}: tidak ada isian “{field}”; pilih dari daftar isian.</source>
        <translation>Line {line}: there is no field “{field}”; choose from the list.</translation>
    </message>
    <message>
        <source>Baris {line}: tidak ada isian “{field}”; mungkin “{like}”.</source>
        <translation>Line {line}: there is no field “{field}”; perhaps “{like}”.</translation>
    </message>
    <message>
        <source>Baris {line}: “{near}” bukan kolom; tulis “Nama kolom = isian”.</source>
        <translation>Line {line}: “{near}” is no column; write “Name of column = field”.</translation>
    </message>
    <message>
        <source>Baris {line}: kolom “{column}” sudah ada di atas.</source>
        <translation>Line {line}: the column “{column}” stands above already.</translation>
    </message>
    <message>
        <source>Paling banyak {limit} kolom.</source>
        <translation>At most {limit} columns.</translation>
    </message>
    <message>
        <source>Templat belum diubah.</source>
        <translation>The template has not been changed.</translation>
    </message>
    <message>
        <source>Ruang bekerja menurut pola {pattern}.</source>
        <translation>The room works by the pattern {pattern}.</translation>
    </message>
    <message>
        <source>{name} dicatat.</source>
        <translation>{name} kept.</translation>
    </message>
    <message>
        <source>{name} dibubarkan.</source>
        <translation>{name} is disbanded.</translation>
    </message>
    <message>
        <source>Personel: {added} baru, {changed} diubah.</source>
        <translation>People: {added} new, {changed} changed.</translation>
    </message>
    <message>
        <source>Jadwal: {added} dinas ditambah.</source>
        <translation>Roster: {added} duties added.</translation>
    </message>
    <message>
        <source>Dinas {day} dicoret dari jadwal.</source>
        <translation>The duty of {day} was struck from the roster.</translation>
    </message>
    <message>
        <source>Tukar dinas {giver} dengan {taker} menunggu pimpinan regu.</source>
        <translation>The swap of {giver} with {taker} waits for the shift lead.</translation>
    </message>
    <message>
        <source>Tukar dinas {giver} dengan {taker}: {state}.</source>
        <translation>Swap of {giver} with {taker}: {state}.</translation>
    </message>
    <message>
        <source>Permintaan tukar dinas ditarik.</source>
        <translation>The swap was withdrawn.</translation>
    </message>
    <message>
        <source>Apel dibuka: {count} orang menurut jadwal.</source>
        <translation>Roll-call open: {count} people by the roster.</translation>
    </message>
    <message>
        <source>{name}: {state}.</source>
        <translation>{name}: {state}.</translation>
    </message>
    <message>
        <source>{name} di {unit}.</source>
        <translation>{name} is on {unit}.</translation>
    </message>
    <message>
        <source>Pemeriksaan {unit} dicatat.</source>
        <translation>Check of {unit} kept.</translation>
    </message>
    <message>
        <source>Apel selesai: {here} dari {count} hadir.</source>
        <translation>Roll-call finished: {here} of {count} present.</translation>
    </message>
    <message>
        <source>{name} keluar dari daftar personel; {duties} dinasnya ke depan dicoret.</source>
        <translation>{name} is off the list of people; {duties} of their duties ahead were struck.</translation>
    </message>
    <message>
        <source>Regu dan pola kembali seperti sebelumnya.</source>
        <translation>Regu and pattern are as they were before.</translation>
    </message>
    <message>
        <source>Awak {units} unit menurut apel; {changed} berubah, tanpa awak: {emptied}.</source>
        <translation>Crews of {units} units by the roll-call; {changed} changed, without crew: {emptied}.</translation>
    </message>
    <message>
        <source>{name} duduk di {desk}.</source>
        <translation>{name} sits at {desk}.</translation>
    </message>
    <message>
        <source>{desk} kosong.</source>
        <translation>{desk} is empty.</translation>
    </message>
    <message>
        <source>Pola jam dinas {pattern} tidak dikenal; yang ada: {known}.</source>
        <translation>Pattern of shifts {pattern} is unknown; there are: {known}.</translation>
    </message>
    <message>
        <source>“{hour}” bukan jam; tulis seperti 07.00, dipisah koma.</source>
        <translation>“{hour}” is no time; write it like 07.00, separated by commas.</translation>
    </message>
    <message>
        <source>Pola {pattern} perlu {count} jam mulai yang berlainan.</source>
        <translation>The pattern {pattern} needs {count} different times to begin at.</translation>
    </message>
    <message>
        <source>Belum ada regu. Buat regu dahulu (N).</source>
        <translation>There is no regu yet. Make one first (N).</translation>
    </message>
    <message>
        <source>Tulis nama regu.</source>
        <translation>Write the name of the regu.</translation>
    </message>
    <message>
        <source>{name} sudah ada.</source>
        <translation>{name} is there already.</translation>
    </message>
    <message>
        <source>{name} masih beranggota {count} orang; pindahkan mereka dahulu.</source>
        <translation>{count} people still belong to {name}; move them first.</translation>
    </message>
    <message>
        <source>{regu} tidak ada; catat regu itu dahulu di halaman Jadwal.</source>
        <translation>There is no {regu}; make it on the Roster page first.</translation>
    </message>
    <message>
        <source>Tidak ada orang dengan akun {login}.</source>
        <translation>Nobody has the login {login}.</translation>
    </message>
    <message>
        <source>Akun {login} milik {name}.</source>
        <translation>Login {login} is {name}&apos;s.</translation>
    </message>
    <message>
        <source>{nrp} bukan NRP atau NIP: 4 sampai 18 angka.</source>
        <translation>{nrp} is no NRP or NIP: 4 to 18 digits.</translation>
    </message>
    <message>
        <source>Tulis nama orang itu.</source>
        <translation>Write the person&apos;s name.</translation>
    </message>
    <message>
        <source>{name} tidak lagi di daftar personel.</source>
        <translation>{name} is not on the list of people any more.</translation>
    </message>
    <message>
        <source>NRP {nrp} tidak ada di daftar personel.</source>
        <translation>NRP {nrp} is not on the list of people.</translation>
    </message>
    <message>
        <source>{day}: {name} tidak bisa di {regu}, sudah bersama {other} pada jam itu.</source>
        <translation>{day}: {name} cannot be in {regu}, being with {other} at that time.</translation>
    </message>
    <message>
        <source>{day} bukan tanggal seperti 2026-11-30 atau 30-11-2026.</source>
        <translation>{day} is no day like 2026-11-30 or 30-11-2026.</translation>
    </message>
    <message>
        <source>{day}: dinas ke-{number} tidak ada dalam pola itu.</source>
        <translation>{day}: the pattern has no shift no. {number}.</translation>
    </message>
    <message>
        <source>Dinas {day} masih dalam tukar dinas; putuskan atau tarik itu dahulu.</source>
        <translation>The duty of {day} is part of a swap; decide or withdraw that first.</translation>
    </message>
    <message>
        <source>Tulis alasan tukar dinas.</source>
        <translation>Write the reason of the swap.</translation>
    </message>
    <message>
        <source>Dinas {name} itu sudah dimintakan tukar dan belum diputuskan.</source>
        <translation>A swap of that duty of {name} is asked for already and not decided.</translation>
    </message>
    <message>
        <source>Anda ikut dalam tukar dinas ini; pimpinan regu lain yang memutuskan.</source>
        <translation>You are part of this swap; another shift lead decides.</translation>
    </message>
    <message>
        <source>Tulis mengapa ditolak.</source>
        <translation>Write why it is refused.</translation>
    </message>
    <message>
        <source>Tukar dinas itu sudah diputuskan.</source>
        <translation>That swap has been decided.</translation>
    </message>
    <message>
        <source>Tukar dinas perlu dua orang.</source>
        <translation>A swap takes two people.</translation>
    </message>
    <message>
        <source>{name} tidak punya dinas {day} itu, atau dinasnya sudah lewat.</source>
        <translation>{name} does not have that duty of {day}, or it is over.</translation>
    </message>
    <message>
        <source>{name} sudah berdinas pada jam itu ({day}), atau tidak lagi di daftar.</source>
        <translation>{name} is on duty at that time ({day}) or off the list.</translation>
    </message>
    <message>
        <source>Tidak ada regu di jadwal untuk dinas ini; isi halaman Jadwal dahulu.</source>
        <translation>No regu is on the roster for this shift; fill in the Roster page first.</translation>
    </message>
    <message>
        <source>Apel dibuka paling awal dua jam sebelum dinas mulai.</source>
        <translation>A roll-call is opened two hours before its shift at the earliest.</translation>
    </message>
    <message>
        <source>{count} orang belum diapel: {names}. Tandai dahulu.</source>
        <translation>{count} people are not called yet: {names}. Mark them first.</translation>
    </message>
    <message>
        <source>Dinas itu sudah lewat; apelnya tidak diubah lagi.</source>
        <translation>That shift is over; its roll-call is not changed any more.</translation>
    </message>
    <message>
        <source>Apel belum dibuka; buka dahulu (B).</source>
        <translation>The roll-call is not open; open it first (B).</translation>
    </message>
    <message>
        <source>Tulis alasan tidak hadir.</source>
        <translation>Write why they are absent.</translation>
    </message>
    <message>
        <source>{count} awak belum diapel; jumlah awak belum bisa dikirim ke papan unit.</source>
        <translation>{count} of the crews are not called yet; their number cannot go to the unit board.</translation>
    </message>
    <message>
        <source>Dinas itu belum mulai; awak di papan unit masih awak dinas yang berjalan.</source>
        <translation>That shift has not begun; the crews on the unit board are still those of the shift that runs.</translation>
    </message>
    <message>
        <source>Tidak ada apel lain yang terbuka.</source>
        <translation>No other roll-call is open.</translation>
    </message>
    <message>
        <source>Tidak ada apel yang perlu dibuka menurut jadwal.</source>
        <translation>By the roster no roll-call is due.</translation>
    </message>
    <message>
        <source>Jumlah hari: 1 sampai {most}.</source>
        <translation>Number of days: 1 to {most}.</translation>
    </message>
    <message>
        <source>NRP {name} tidak diubah; keluarkan dan tambah lagi bila salah.</source>
        <translation>The NRP of {name} is not changed; take them off and add them again if it is wrong.</translation>
    </message>
    <message>
        <source>NRP {nrp} sudah ada di daftar.</source>
        <translation>NRP {nrp} is on the list already.</translation>
    </message>
    <message>
        <source>Tidak ada personel “{name}”.</source>
        <translation>There is nobody “{name}” on the list.</translation>
    </message>
    <message>
        <source>“{name}” cocok dengan {count} orang; tulis NRP atau nama lengkapnya.</source>
        <translation>“{name}” fits {count} people; write the NRP or the whole name.</translation>
    </message>
    <message>
        <source>{name} punya lebih dari satu dinas {day}; tulis dinas ke berapa.</source>
        <translation>{name} has more than one duty on {day}; write which shift.</translation>
    </message>
    <message>
        <source>Tandai satu panggilan dahulu.</source>
        <translation>Mark a call sign first.</translation>
    </message>
    <message>
        <source>Tandai satu dinas dahulu.</source>
        <translation>Mark a duty first.</translation>
    </message>
    <message>
        <source>Tandai satu tukar dinas dahulu.</source>
        <translation>Mark a swap first.</translation>
    </message>
    <message>
        <source>Belum ada meja yang terdaftar.</source>
        <translation>No workstation is registered yet.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: “{found}” bukan NRP atau NIP (4 sampai 18 angka; di XLSX sebagai teks).</source>
        <translation>Row {row}, column {letter} “{column}”: “{found}” is no NRP or NIP (4 to 18 digits; as text in XLSX).</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: “{found}” bukan instansi yang dikenal.</source>
        <translation>Row {row}, column {letter} “{column}”: “{found}” is no agency that is known.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: orang baru perlu instansi.</source>
        <translation>Row {row}, column {letter} “{column}”: somebody new needs an agency.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: regu “{found}” tidak ada; yang ada: {known}.</source>
        <translation>Row {row}, column {letter} “{column}”: there is no regu “{found}”; there are: {known}.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: tidak ada unit dengan panggilan “{found}”.</source>
        <translation>Row {row}, column {letter} “{column}”: no unit has the call sign “{found}”.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: tidak ada orang dengan akun “{found}”.</source>
        <translation>Row {row}, column {letter} “{column}”: nobody has the login “{found}”.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: akun “{found}” milik NRP {nrp}.</source>
        <translation>Row {row}, column {letter} “{column}”: login “{found}” belongs to NRP {nrp}.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: NRP “{found}” tidak ada di daftar personel.</source>
        <translation>Row {row}, column {letter} “{column}”: NRP “{found}” is not on the list of people.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: pola “{found}” tidak dikenal; yang ada: {known}.</source>
        <translation>Row {row}, column {letter} “{column}”: pattern “{found}” is unknown; there are: {known}.</translation>
    </message>
    <message>
        <source>Baris {row}, kolom {letter} “{column}”: {who} sudah bersama {other}, {begins} sampai {ends}; seorang tidak bisa di dua regu sekaligus.</source>
        <translation>Row {row}, column {letter} “{column}”: {who} is with {other} already, {begins} to {ends}; nobody can be in two regu at once.</translation>
    </message>
    <message>
        <source>Komputer ini menolak: {reason}. Periksa folder dan izinnya, lalu ulangi.</source>
        <translation>This computer refuses: {reason}. Look at the folder and its rights, then try again.</translation>
    </message>
    <message>
        <source>Komputer ini tidak punya gantungan kunci; taruh kata sandi di berkas sandi PostgreSQL (~/.pgpass) lalu kosongkan isian ini.</source>
        <translation>This computer has no keyring; put the password into PostgreSQL&apos;s pass file (~/.pgpass) and leave this field empty.</translation>
    </message>
    <message>
        <source>Untuk peran ini alamatnya server PostgreSQL: postgresql+psycopg://…</source>
        <translation>For this role the address is a PostgreSQL server&apos;s: postgresql+psycopg://…</translation>
    </message>
    <message>
        <source>Server menjawab, tetapi belum ada ruang di sana; dirikan dahulu di server.</source>
        <translation>The server answers, but there is no room in it yet; found it at the server first.</translation>
    </message>
    <message>
        <source>Nama masuk itu tidak berhak mendirikan ruang; pakai nama pemegang server.</source>
        <translation>That login may not found a room; use the server owner&apos;s.</translation>
    </message>
    <message>
        <source>Komputer ini sudah disiapkan, di jendela lain atau lewat perintah. Tutup jendela ini.</source>
        <translation>This computer is set up already, in another window or by a command. Close this window.</translation>
    </message>
    <message>
        <source>Ruang di server belum didirikan; isi dahulu langkah administrator pertama.</source>
        <translation>The room at the server is not founded yet; do the step of the first administrator.</translation>
    </message>
    <message>
        <source>Ruang disk kurang dari {least} MB; kosongkan dahulu.</source>
        <translation>Less than {least} MB are free; make room first.</translation>
    </message>
    <message>
        <source>Folder {folder} tidak ada.</source>
        <translation>There is no folder {folder}.</translation>
    </message>
    <message>
        <source>Berkas {file} tidak ada.</source>
        <translation>There is no file {file}.</translation>
    </message>
    <message>
        <source>{file} berubah setelah dibaca; baca sekali lagi.</source>
        <translation>{file} changed since it was read; read it again.</translation>
    </message>
    <message>
        <source>Berkas setelan rusak; minta ditulis dan dibawa sekali lagi.</source>
        <translation>The bundle is damaged; have it written and brought again.</translation>
    </message>
    <message>
        <source>Isi nama masuk komputer ini (ws_…) di server {host}.</source>
        <translation>Fill in the login of this computer (ws_…) at the server {host}.</translation>
    </message>
    <message>
        <source>Berkas setelan dari program yang lebih baru ({format}); perbarui program ini.</source>
        <translation>The bundle is of a newer program ({format}); update this one.</translation>
    </message>
    <message>
        <source>Komputer ini tidak punya gantungan kunci untuk rahasia di berkas itu; tidak ada yang disetel.</source>
        <translation>This computer has no keyring for the secrets in that bundle; nothing was set.</translation>
    </message>
    <message>
        <source>Itu bukan berkas setelan Pusat Komando.</source>
        <translation>That is no bundle of settings of Pusat Komando.</translation>
    </message>
    <message>
        <source>Frasa sandinya bukan itu; tidak ada yang disetel.</source>
        <translation>That is not the phrase; nothing was set.</translation>
    </message>
    <message>
        <source>Berkas setelan diubah setelah ditandatangani; tidak ada yang disetel.</source>
        <translation>The bundle was changed after it was signed; nothing was set.</translation>
    </message>
    <message>
        <source>Berkas lebih besar daripada {limit} KB; itu bukan berkas setelan.</source>
        <translation>The file is larger than {limit} KB; it is no bundle of settings.</translation>
    </message>
    <message>
        <source>Berkas menyetel {name} yang tidak dikenal program ini; perbarui program.</source>
        <translation>The bundle sets {name}, which this program does not know; update it.</translation>
    </message>
    <message>
        <source>Pusat data itu berisi ruang jenis lain ({kind}); tulis alamat yang lain.</source>
        <translation>That database holds the other kind of room ({kind}); type another address.</translation>
    </message>
    <message>
        <source>Alamat pusat data tidak terbaca; tulis seperti contohnya.</source>
        <translation>The address of the database cannot be read; write it like the example.</translation>
    </message>
    <message>
        <source>Program ini tidak mengenal {kind}; pakai postgresql.</source>
        <translation>This program does not know {kind}; use postgresql.</translation>
    </message>
    <message>
        <source>Target dan batas waktu ruang disimpan.</source>
        <translation>The room&apos;s targets and clocks are kept.</translation>
    </message>
    <message>
        <source>Kepala regu tidak boleh didering lebih awal daripada semua meja.</source>
        <translation>It must not ring at the shift lead before it rings at every seat.</translation>
    </message>
    <message>
        <source>Batas waktu {name} tidak dikenal program ini: perbarui program di mesin ini.</source>
        <translation>This program does not know the clock {name}: update the program on this machine.</translation>
    </message>
    <message>
        <source>{name} harus {low} sampai {high} detik.</source>
        <translation>{name} must be {low} to {high} seconds.</translation>
    </message>
    <message>
        <source>{where} lebih besar dari {limit} kB; itu bukan berkas pengaturan.</source>
        <translation>{where}: over {limit} kB is no file of settings.</translation>
    </message>
    <message>
        <source>{where} berversi {version}, program ini mengenal {newest}: perbarui program; berkasnya dibiarkan.</source>
        <translation>{where} is of version {version}, this program knows {newest}: update the program. The file was left as it is.</translation>
    </message>
    <message>
        <source>{where} boleh ditulis siapa saja; cabut hak itu lalu buka lagi.</source>
        <translation>{where} may be written by everybody; take that right away and open it again.</translation>
    </message>
    <message>
        <source>{where} tidak terbaca pada baris {line}; perbaiki dengan penyunting teks.</source>
        <translation>{where} is no TOML file at line {line}; put it right by hand.</translation>
    </message>
    <message>
        <source>{where}: version harus bilangan bulat.</source>
        <translation>{where}: version must be a whole number.</translation>
    </message>
    <message>
        <source>{where}: {option} memuat pengguna atau kata sandi; simpan di penyimpan sandi mesin.</source>
        <translation>{where}: {option} holds a user or a password; those belong in the keyring or a pass file.</translation>
    </message>
    <message>
        <source>{option}: berkas {file} tidak ada.</source>
        <translation>{option}: there is no file {file}.</translation>
    </message>
    <message>
        <source>{option}: folder {file} tidak ada.</source>
        <translation>{option}: there is no folder {file}.</translation>
    </message>
    <message>
        <source>Mesin ini tanpa penyimpan sandi, {option} tidak disimpan; tulis di settings.toml.</source>
        <translation>This machine has no keyring, {option} was not kept; write it into settings.toml.</translation>
    </message>
    <message>
        <source>{where}: {option} harus salah satu dari {known}.</source>
        <translation>{where}: {option} must be one of: {known}.</translation>
    </message>
    <message>
        <source>{where}: {option} harus sqlite:///BERKAS atau postgresql+psycopg://PENGGUNA@HOST/NAMA.</source>
        <translation>{where}: {option} must be sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME.</translation>
    </message>
    <message>
        <source>{where}: {option} harus {digits} angka heksadesimal.</source>
        <translation>{where}: {option} must be {digits} hexadecimal digits.</translation>
    </message>
    <message>
        <source>{where}: {option} harus nama host dipisah koma, paling banyak {limit}, tanpa http://.</source>
        <translation>{where}: {option} must be hosts by comma, at most {limit}, without http:// or path.</translation>
    </message>
    <message>
        <source>{where}: {option} harus ANGKA:PORT, misalnya 0.0.0.0:8470.</source>
        <translation>{where}: {option} must be NUMBER:PORT, as 0.0.0.0:8470.</translation>
    </message>
    <message>
        <source>{where}: {option} harus https://HOST/JALUR atau folder dengan jalur lengkap.</source>
        <translation>{where}: {option} must be https://HOST/PATH or the whole path of a folder.</translation>
    </message>
    <message>
        <source>{where}: {option} harus true atau false.</source>
        <translation>{where}: {option} must be true or false.</translation>
    </message>
    <message>
        <source>{where}: {option} harus teks dalam tanda kutip.</source>
        <translation>{where}: {option} must be a text in quotes.</translation>
    </message>
    <message>
        <source>{where}: {option} harus http://HOST:PORT atau https://HOST:PORT.</source>
        <translation>{where}: {option} must be http://HOST:PORT or https://HOST:PORT.</translation>
    </message>
    <message>
        <source>{where}: {option} harus bilangan bulat {low} sampai {high}.</source>
        <translation>{where}: {option} must be a whole number from {low} to {high}.</translation>
    </message>
    <message>
        <source>{where}: {option} paling sedikit {least} huruf.</source>
        <translation>{where}: {option} must have {least} characters at least.</translation>
    </message>
    <message>
        <source>{where}: {option} rahasia dan tidak diambil dari baris perintah.</source>
        <translation>{where}: {option} is a secret and is not taken from a command line.</translation>
    </message>
    <message>
        <source>{where}: {option} harus berkas berakhiran {known}.</source>
        <translation>{where}: {option} must be a file that ends in {known}.</translation>
    </message>
    <message>
        <source>{where}: {option} paling panjang {limit} huruf.</source>
        <translation>{where}: {option} must have {limit} characters at most.</translation>
    </message>
    <message>
        <source>{where} menyetel {option}, yang tidak ada; yang paling mirip: {close}.</source>
        <translation>{where} sets {option}, which is no option; nearest: {close}.</translation>
    </message>
    <message>
        <source>{where}: {option} harus satu baris teks.</source>
        <translation>{where}: {option} must be one line of text.</translation>
    </message>
    <message>
        <source>Pengaturan “{name}” disimpan.</source>
        <translation>Setting “{name}” saved.</translation>
    </message>
    <message>
        <source>{file} tidak dapat ditulis dan tetap seperti semula; periksa hak dan cakram.</source>
        <translation>{file} cannot be written and is as it was; check its rights and the disk.</translation>
    </message>
    <message>
        <source>Basis data belum diubah: {names} belum dapat membacanya. Perbarui dahulu.</source>
        <translation>The database was not changed yet: {names} cannot read it then. Update them first.</translation>
    </message>
    <message>
        <source>Versi {staged} siap dipasang, tetapi tiga kali gagal berdiri di sini.</source>
        <translation>Version {staged} stands ready, but fell three times here.</translation>
    </message>
    <message>
        <source>Versi {instead} tiga kali gagal berdiri; versi {version} menggantikannya.</source>
        <translation>Version {instead} fell three times; version {version} stands in for it.</translation>
    </message>
    <message>
        <source>Versi {instead} menunggu komputer lain atau basis datanya; sementara ini versi {version}.</source>
        <translation>Version {instead} waits for other computers or its database; meanwhile this is version {version}.</translation>
    </message>
    <message>
        <source>Versi {staged} siap dipasang.</source>
        <translation>Version {staged} is ready to be taken up.</translation>
    </message>
    <message>
        <source>Versi {staged} dipakai saat program dibuka lagi.</source>
        <translation>Version {staged} is used when the program is opened again.</translation>
    </message>
    <message>
        <source>Tidak ada versi lain yang menunggu.</source>
        <translation>No other version is waiting.</translation>
    </message>
    <message>
        <source>{file} bukan arsip rilis; tidak ada yang berubah.</source>
        <translation>{file} is no archive of a release; nothing was changed.</translation>
    </message>
    <message>
        <source>Basis data tidak dapat ditanya; versi {version} membacanya sampai {reads}, yang sekarang sampai {schema}. Di terminal: rollback --database, atau --anyway.</source>
        <translation>The database cannot be asked; version {version} reads it up to {reads}, the present one up to {schema}. In a terminal: rollback --database, or --anyway.</translation>
    </message>
    <message>
        <source>Pembaruan lain sedang berjalan; tunggu.</source>
        <translation>Another update is at work; wait.</translation>
    </message>
    <message>
        <source>Dihentikan; versi yang sama tetap dipakai.</source>
        <translation>Stopped; the same version is used as before.</translation>
    </message>
    <message>
        <source>Perintah disalin; tempel di terminal.</source>
        <translation>The command is copied; paste it into a terminal.</translation>
    </message>
    <message>
        <source>Isi {source} terpotong, berubah, atau campuran dua rilis; tidak ada yang berubah.</source>
        <translation>What {source} holds is cut short, changed, or of two releases mixed; nothing was changed.</translation>
    </message>
    <message>
        <source>Cakram tempat {folder} terlalu penuh: perlu {needed} MB, sisa {free} MB.</source>
        <translation>The disk of {folder} is too full: {needed} MB are needed, {free} MB are free.</translation>
    </message>
    <message>
        <source>Cakram tempat {folder} habis di tengah jalan (sisa {free} MB); versi yang sama tetap dipakai.</source>
        <translation>The disk of {folder} ran full halfway ({free} MB are free); the same version stays in use.</translation>
    </message>
    <message>
        <source>Masa tanda tangan {source} habis: mungkin sengaja ditahan. Ambil salinan baru, periksa jam komputer.</source>
        <translation>The signatures of {source} have run out: it may be held back on purpose. Fetch a fresh copy, check the computer&apos;s clock.</translation>
    </message>
    <message>
        <source>Versi {version} tidak dapat berjalan di komputer ini; tidak ada yang berubah.</source>
        <translation>Version {version} does not run on this computer; nothing was changed.</translation>
    </message>
    <message>
        <source>Isi {source} tidak cocok satu sama lain; tidak ada yang berubah.</source>
        <translation>What {source} holds does not belong together; nothing was changed.</translation>
    </message>
    <message>
        <source>Hanya administrator komputer yang dapat memasang pembaruan.</source>
        <translation>Only an administrator of the computer can install updates.</translation>
    </message>
    <message>
        <source>Versi {version} dipakai saat program dibuka lagi.</source>
        <translation>Version {version} is used when the program is opened again.</translation>
    </message>
    <message>
        <source>Tidak ada versi lama untuk kembali.</source>
        <translation>There is no version to go back to.</translation>
    </message>
    <message>
        <source>Pembaruan tidak dapat diperiksa: kunci pembuat rilis belum ada di program ini. Minta administrator menaruh root.json di folder updates tempat program dipasang.</source>
        <translation>Updates cannot be verified: this program has no key of the release maker yet. Ask an administrator to put root.json into the updates folder of the installation.</translation>
    </message>
    <message>
        <source>Sumber pembaruan belum diatur; isi pengaturan `updates`.</source>
        <translation>No update source is set; fill in the setting `updates`.</translation>
    </message>
    <message>
        <source>Tidak ada versi baru yang siap.</source>
        <translation>No new version stands ready.</translation>
    </message>
    <message>
        <source>Sumber itu tidak menawarkan apa-apa untuk {platform}.</source>
        <translation>That source offers nothing for {platform}.</translation>
    </message>
    <message>
        <source>Program ini tidak dipasang, jadi tidak dapat memperbarui dirinya.</source>
        <translation>This program is not installed, so it cannot update itself.</translation>
    </message>
    <message>
        <source>Tidak ada yang sedang disiapkan.</source>
        <translation>Nothing is being prepared.</translation>
    </message>
    <message>
        <source>Belum ada versi baru yang siap.</source>
        <translation>No new version stands ready yet.</translation>
    </message>
    <message>
        <source>Sumber menawarkan {version}, di sini {running}: tidak ada yang lebih baru.</source>
        <translation>The source offers {version}, here is {running}: nothing is newer.</translation>
    </message>
    <message>
        <source>Versi {version} tidak dapat membaca basis data sekarang ({schema}); perlu cadangan lama.</source>
        <translation>Version {version} cannot read the database as it is ({schema}); an older backup is needed.</translation>
    </message>
    <message>
        <source>{source} menawarkan yang lebih tua daripada dahulu; tidak ada yang berubah.</source>
        <translation>{source} offers something older than before; nothing was changed.</translation>
    </message>
    <message>
        <source>{file} tidak dapat dibaca: {reason}. Tanpa itu tidak ada yang dipercaya.</source>
        <translation>{file} cannot be read: {reason}. Without it nothing is trusted.</translation>
    </message>
    <message>
        <source>{source} bukan alamat pembaruan: https://HOST/PATH atau folder.</source>
        <translation>{source} is no address of updates: https://HOST/PATH or a folder.</translation>
    </message>
    <message>
        <source>{source} tidak memiliki berkas yang harus ada; tidak ada yang berubah.</source>
        <translation>{source} lacks a file that it must have; nothing was changed.</translation>
    </message>
    <message>
        <source>{source} tidak aman di jalan: hanya https:// atau folder.</source>
        <translation>{source} is not safe on the way: only https:// or a folder.</translation>
    </message>
    <message>
        <source>{source} tidak terbaca atau terputus; coba lagi.</source>
        <translation>{source} cannot be read or broke off; try again.</translation>
    </message>
    <message>
        <source>{folder} tidak dapat ditulis: {reason}.</source>
        <translation>{folder} cannot be written: {reason}.</translation>
    </message>
    <message>
        <source>Isi {source} tidak ditandatangani pembuat rilis; tidak ada yang berubah.</source>
        <translation>What {source} holds is not signed by the release maker; nothing was changed.</translation>
    </message>
    <message>
        <source>{version} bukan nomor versi.</source>
        <translation>{version} is no version.</translation>
    </message>
    <message>
        <source>Komputer ini sedang diperiksa; tunggu.</source>
        <translation>This machine is being looked at; wait.</translation>
    </message>
    <message>
        <source>Berkas bantuan ditulis ke {file}</source>
        <translation>The support file was written to {file}</translation>
    </message>
    <message>
        <source>Tidak ada berkas bantuan yang sedang ditulis.</source>
        <translation>No support file is being written.</translation>
    </message>
    <message>
        <source>Dihentikan; tidak ada berkas bantuan yang ditulis.</source>
        <translation>Stopped; no support file was written.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Keadaan komputer ini</source>
        <translation>How this machine is</translation>
    </message>
    <message>
        <source>Apa yang kurang di komputer ini, dan berkas untuk yang membantu dari jauh.</source>
        <translation>What this machine lacks, and a file for whoever helps from afar.</translation>
    </message>
    <message>
        <source>Pemeriksaan dan bantuan</source>
        <translation>Check and help</translation>
    </message>
    <message>
        <source>sedang dibaca</source>
        <translation>being read</translation>
    </message>
    <message>
        <source>Berkas akun ini: %1.</source>
        <translation>This account&apos;s file: %1.</translation>
    </message>
    <message>
        <source>Akun ini tidak boleh menulisnya: hanya untuk dibaca.</source>
        <translation>This account may not write it: only to be read.</translation>
    </message>
    <message>
        <source>tersimpan di penyimpan sandi</source>
        <translation>kept in the keyring</translation>
    </message>
    <message>
        <source>tersimpan di %1</source>
        <translation>kept in %1</translation>
    </message>
    <message>
        <source>belum ada</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>menunggu mulai ulang</source>
        <translation>waits for a restart</translation>
    </message>
    <message>
        <source>berlaku saat ruang didirikan</source>
        <translation>counts when a room is founded</translation>
    </message>
    <message>
        <source>perlu mulai ulang</source>
        <translation>needs a restart</translation>
    </message>
    <message>
        <source>tulis yang baru</source>
        <translation>write a new one</translation>
    </message>
    <message>
        <source>kosong</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>bawaan program</source>
        <translation>built in</translation>
    </message>
    <message>
        <source>Isian ini</source>
        <translation>This field</translation>
    </message>
    <message>
        <source>Mesin ini</source>
        <translation>This machine</translation>
    </message>
    <message>
        <source>Ruang ini</source>
        <translation>This room</translation>
    </message>
    <message>
        <source>Saya</source>
        <translation>Me</translation>
    </message>
    <message>
        <source>PENGATURAN</source>
        <translation>SETTINGS</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Cari pengaturan</source>
        <translation>Search settings</translation>
    </message>
    <message>
        <source>Terang untuk siang hari, malam untuk ruang gelap.</source>
        <translation>Light for daylight, night for a dark room.</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>gelap</source>
        <translation>dark</translation>
    </message>
    <message>
        <source>terang</source>
        <translation>light</translation>
    </message>
    <message>
        <source>malam</source>
        <translation>night</translation>
    </message>
    <message>
        <source>Besar huruf dan jarak, dalam persen.</source>
        <translation>Size of letters and distances, in per cent.</translation>
    </message>
    <message>
        <source>Besar huruf</source>
        <translation>Size of letters</translation>
    </message>
    <message>
        <source>Bahasa layar; catatan dan dokumen tidak berubah.</source>
        <translation>Language of the screen; the log and documents stay as they are.</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Susunan panel; panel yang tidak termasuk ditutup, juga yang ini.</source>
        <translation>How panels stand; those that are not part of it close, this one too.</translation>
    </message>
    <message>
        <source>Tata letak</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Nada alarm</source>
        <translation>Alarm tones</translation>
    </message>
    <message>
        <source>Seberapa keras, dan jenis mana yang dibisukan.</source>
        <translation>How loud, and which kinds are mute.</translation>
    </message>
    <message>
        <source>Tombol</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Setiap tindakan dengan tombolnya.</source>
        <translation>Every action with its key.</translation>
    </message>
    <message>
        <source>Kata sandi</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Ganti kata sandi sendiri.</source>
        <translation>Change your own password.</translation>
    </message>
    <message>
        <source>Tampilan bagi saya di meja ini</source>
        <translation>How it looks to me at this seat</translation>
    </message>
    <message>
        <source>Di tempatnya sendiri</source>
        <translation>In places of their own</translation>
    </message>
    <message>
        <source>bawaan: %1</source>
        <translation>built in: %1</translation>
    </message>
    <message>
        <source>diubah %1 · %2</source>
        <translation>changed by %1 · %2</translation>
    </message>
    <message>
        <source>Jaga dan waktu</source>
        <translation>Shifts and times</translation>
    </message>
    <message>
        <source>Pola jaga</source>
        <translation>Shift pattern</translation>
    </message>
    <message>
        <source>Jam setiap regu; di halaman regu dan apel.</source>
        <translation>Hours of each team; on the page of teams and roll-call.</translation>
    </message>
    <message>
        <source>Serah terima</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Kapan dibuka, dan kolom buku mutasi.</source>
        <translation>When it opens, and the columns of the book.</translation>
    </message>
    <message>
        <source>Jam dan tangga jawab 110</source>
        <translation>Clocks and answering ladder of 110</translation>
    </message>
    <message>
        <source>Berapa lama telepon berdering, di meja siapa.</source>
        <translation>How long a telephone rings, and at whose desk.</translation>
    </message>
    <message>
        <source>Sebutan dan batas status unit</source>
        <translation>Words and limits of unit statuses</translation>
    </message>
    <message>
        <source>Kata, bentuk, warna, dan batas waktu tiap status.</source>
        <translation>Word, shape, colour and time limit of each status.</translation>
    </message>
    <message>
        <source>Tabel dan rencana</source>
        <translation>Tables and plans</translation>
    </message>
    <message>
        <source>Tabel triase</source>
        <translation>Triage table</translation>
    </message>
    <message>
        <source>Angka yang menyarankan prioritas.</source>
        <translation>The points that suggest a priority.</translation>
    </message>
    <message>
        <source>Buku prosedur</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>Langkah tiap jenis kejadian.</source>
        <translation>The steps of each kind of incident.</translation>
    </message>
    <message>
        <source>Kartu rencana</source>
        <translation>Run cards</translation>
    </message>
    <message>
        <source>Unit yang disarankan menurut jenis dan tempat.</source>
        <translation>Units suggested by kind and place.</translation>
    </message>
    <message>
        <source>Rencana situasi</source>
        <translation>Situation plans</translation>
    </message>
    <message>
        <source>Apa yang dilakukan pada hijau, kuning, merah.</source>
        <translation>What is done at green, yellow and red.</translation>
    </message>
    <message>
        <source>Kriteria kerawanan</source>
        <translation>Criteria of vulnerability</translation>
    </message>
    <message>
        <source>Bobot penilaian tempat dan TPS.</source>
        <translation>The weights by which places and polling stations are judged.</translation>
    </message>
    <message>
        <source>Bentuk laporan</source>
        <translation>Report templates</translation>
    </message>
    <message>
        <source>Susunan lapsit dan laporan berkala.</source>
        <translation>How situation and periodic reports are laid out.</translation>
    </message>
    <message>
        <source>Bobot laporan ganda</source>
        <translation>Weights of duplicates</translation>
    </message>
    <message>
        <source>Dipelajari dari jawaban ruang: command-center advice refit --save.</source>
        <translation>Learned from the room&apos;s answers: command-center advice refit --save.</translation>
    </message>
    <message>
        <source>Radio, perintah, surat</source>
        <translation>Radio, orders, mail</translation>
    </message>
    <message>
        <source>Sandi radio</source>
        <translation>Radio codes</translation>
    </message>
    <message>
        <source>Arti sandi yang tampil di catatan radio.</source>
        <translation>What codes mean, shown in the radio log.</translation>
    </message>
    <message>
        <source>Rute perintah</source>
        <translation>Ways of orders</translation>
    </message>
    <message>
        <source>Lewat mana perintah sampai ke sistem unit.</source>
        <translation>Which way orders reach the units&apos; systems.</translation>
    </message>
    <message>
        <source>Server surel</source>
        <translation>Mail server</translation>
    </message>
    <message>
        <source>Oleh administrator di terminal: command-center mail set HOST.</source>
        <translation>By the administrator at a terminal: command-center mail set HOST.</translation>
    </message>
    <message>
        <source>Orang dan peran</source>
        <translation>People and roles</translation>
    </message>
    <message>
        <source>Siapa bekerja di ruang ini dan boleh apa.</source>
        <translation>Who works in this room and may do what.</translation>
    </message>
    <message>
        <source>belum disimpan, yang berlaku: %1</source>
        <translation>not saved yet, what counts: %1</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Kembalikan bawaan</source>
        <translation>Restore default</translation>
    </message>
    <message>
        <source>Basis data ruang</source>
        <translation>Database of the room</translation>
    </message>
    <message>
        <source>Kota</source>
        <translation>City</translation>
    </message>
    <message>
        <source>Model pendeteksi</source>
        <translation>Detector&apos;s model</translation>
    </message>
    <message>
        <source>SHA-256 model</source>
        <translation>SHA-256 of the model</translation>
    </message>
    <message>
        <source>Relai kamera</source>
        <translation>Camera relay</translation>
    </message>
    <message>
        <source>Token relai</source>
        <translation>Token of the relay</translation>
    </message>
    <message>
        <source>Sertifikat kamera</source>
        <translation>Certificates of cameras</translation>
    </message>
    <message>
        <source>Kamera atas permintaan</source>
        <translation>Cameras on demand</translation>
    </message>
    <message>
        <source>Saksi catatan</source>
        <translation>Witness of the log</translation>
    </message>
    <message>
        <source>Tujuan pesan keluar</source>
        <translation>Where messages may go</translation>
    </message>
    <message>
        <source>Angka untuk umum</source>
        <translation>Figures for everybody</translation>
    </message>
    <message>
        <source>Gambar dasar peta</source>
        <translation>Pictures under the map</translation>
    </message>
    <message>
        <source>Kunci otomatis</source>
        <translation>Automatic lock</translation>
    </message>
    <message>
        <source>Jarak baca dinding</source>
        <translation>Distance to the wall</translation>
    </message>
    <message>
        <source>Ukuran layar dinding</source>
        <translation>Size of the wall&apos;s screen</translation>
    </message>
    <message>
        <source>Lama tiap halaman dinding</source>
        <translation>Time of a page on the wall</translation>
    </message>
    <message>
        <source>Asal versi baru</source>
        <translation>Where versions come from</translation>
    </message>
    <message>
        <source>Gerbang laporan</source>
        <translation>Gateway of reports</translation>
    </message>
    <message>
        <source>Sertifikat gerbang</source>
        <translation>Certificate of the gateway</translation>
    </message>
    <message>
        <source>Kunci sertifikat gerbang</source>
        <translation>Key of that certificate</translation>
    </message>
    <message>
        <source>Rahasia kunci sumber</source>
        <translation>Secret of the sources&apos; keys</translation>
    </message>
    <message>
        <source>sqlite:///BERKAS atau postgresql+psycopg://PENGGUNA@HOST/NAMA. Kosong: berkas SQLite di folder data. Kata sandinya di penyimpan sandi atau berkas sandi, tidak di sini.</source>
        <translation>The room&apos;s database: sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME. Empty: the SQLite file in the data folder. Its password is in the keyring or a pass file, never here.</translation>
    </message>
    <message>
        <source>Kota bagi ruang yang didirikan di mesin ini. Ruang yang sudah ada tetap pada kotanya.</source>
        <translation>The city of a room that is founded on this machine. Empty: the one the program comes with. A room that is there keeps its own.</translation>
    </message>
    <message>
        <source>Berkas model ONNX untuk melihat gambar kamera di mesin ini. Kosong: tanpa pendeteksi.</source>
        <translation>The file of an ONNX model with which this machine looks at camera pictures. Empty: no detector.</translation>
    </message>
    <message>
        <source>SHA-256 model itu; berkas yang berbeda tidak dijalankan.</source>
        <translation>SHA-256 of that model; a file that differs is not run.</translation>
    </message>
    <message>
        <source>http://HOST:PORT mesin yang membaca kamera sekali untuk seluruh ruang. Kosong: mesin ini membacanya sendiri.</source>
        <translation>http://HOST:PORT of the machine that reads the cameras once for the whole room. Empty: this machine reads them itself.</translation>
    </message>
    <message>
        <source>Pembuka relai, sama di semua mesin. Disimpan di penyimpan sandi mesin ini.</source>
        <translation>What opens the relay, the same on all machines. In the keyring; in a file only where there is none.</translation>
    </message>
    <message>
        <source>Sertifikat (PEM) yang tidak dikirim server kamera atau yang menandatanganinya; dipercaya di samping milik sistem.</source>
        <translation>Certificates (PEM) that camera servers leave out or sign with, trusted beside the system&apos;s own.</translation>
    </message>
    <message>
        <source>Host, dipisah koma, yang kameranya baru mengirim setelah pemiliknya diminta.</source>
        <translation>Hosts, by comma, whose cameras send only after their owner was asked.</translation>
    </message>
    <message>
        <source>Folder kedua, di jaringan atau flashdisk, untuk apa yang dilihat mesin ini dari catatan; yang pertama di datanya sendiri.</source>
        <translation>A second folder, on a share or a stick, for what this machine has seen of the log; the first is in its own data.</translation>
    </message>
    <message>
        <source>Host, dipisah koma, yang boleh dikirimi pesan. Kosong: sesuai alamat pada sumbernya.</source>
        <translation>Hosts, by comma, that messages out may go to. Empty: where a source says.</translation>
    </message>
    <message>
        <source>Gerbang menyajikan jumlah kejadian hari ini dan pemberitahuan publik kepada siapa saja.</source>
        <translation>Whether the gateway serves counts of the day and public notices to everybody.</translation>
    </message>
    <message>
        <source>Berkas gambar sebagai alas peta.</source>
        <translation>A file with pictures to lay the map on.</translation>
    </message>
    <message>
        <source>Setelah berapa lama tanpa sentuhan kata sandi diminta lagi; 0: tidak pernah.</source>
        <translation>After how long without a touch a seat asks for the password again; 0: never.</translation>
    </message>
    <message>
        <source>Dari jarak berapa dinding pengamat dibaca; ukuran hurufnya mengikuti.</source>
        <translation>From how far the observers&apos; wall is read; its letters are made for that.</translation>
    </message>
    <message>
        <source>Diagonal layarnya; 0: menurut layar itu sendiri.</source>
        <translation>How large its screen is; 0: as the screen says of itself.</translation>
    </message>
    <message>
        <source>Berapa lama satu halaman tampil.</source>
        <translation>How long it shows a page.</translation>
    </message>
    <message>
        <source>https://HOST/JALUR atau folder tempat versi baru program. Kosong: tidak ada.</source>
        <translation>Where newer versions of the program come from: https://HOST/PATH or a folder. Empty: nowhere.</translation>
    </message>
    <message>
        <source>ANGKA:PORT tempat sumber mengirim ke mesin ini bila ia menerima untuk ruang. Kosong: tidak melayani.</source>
        <translation>NUMBER:PORT where sources post to this machine when it does the room&apos;s intake. Empty: nothing is served here.</translation>
    </message>
    <message>
        <source>Sertifikat gerbang (PEM); tanpa itu hanya mesin ini sendiri yang dilayani.</source>
        <translation>The gateway&apos;s certificate (PEM); without it only this machine itself is served.</translation>
    </message>
    <message>
        <source>Kunci pribadi sertifikat itu (PEM).</source>
        <translation>The private key of that certificate (PEM).</translation>
    </message>
    <message>
        <source>Bahan pembuat kunci sumber. Disimpan di penyimpan sandi mesin ini.</source>
        <translation>What the keys of sources are made of. In the keyring; in a file only where there is none.</translation>
    </message>
    <message>
        <source>Ruang dan basis data</source>
        <translation>Room and database</translation>
    </message>
    <message>
        <source>Meja ini</source>
        <translation>This seat</translation>
    </message>
    <message>
        <source>Kamera</source>
        <translation>Cameras</translation>
    </message>
    <message>
        <source>Dinding pengamat</source>
        <translation>Observers&apos; wall</translation>
    </message>
    <message>
        <source>Dari dan ke luar</source>
        <translation>To and from outside</translation>
    </message>
    <message>
        <source>menit</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>Verifikasi laporan</source>
        <translation>Verification of a report</translation>
    </message>
    <message>
        <source>Perintah pertama</source>
        <translation>First order</translation>
    </message>
    <message>
        <source>Tiba di TKP</source>
        <translation>On scene</translation>
    </message>
    <message>
        <source>Jawaban perintah</source>
        <translation>Answer to an order</translation>
    </message>
    <message>
        <source>P1 belum diambil</source>
        <translation>P1 nobody has taken</translation>
    </message>
    <message>
        <source>P1 belum diambil: kepala regu</source>
        <translation>P1 nobody has taken: shift lead</translation>
    </message>
    <message>
        <source>Mulai bergerak</source>
        <translation>Setting off</translation>
    </message>
    <message>
        <source>Kejadian terjadwal</source>
        <translation>Planned incident</translation>
    </message>
    <message>
        <source>Permintaan ambil alih</source>
        <translation>Asking to take over</translation>
    </message>
    <message>
        <source>Umur posisi unit</source>
        <translation>Age of a unit&apos;s position</translation>
    </message>
    <message>
        <source>Umur status unit</source>
        <translation>Age of a unit&apos;s status</translation>
    </message>
    <message>
        <source>Unit diam: radio</source>
        <translation>Silent unit: radio</translation>
    </message>
    <message>
        <source>Unit diam: telepon</source>
        <translation>Silent unit: telephone</translation>
    </message>
    <message>
        <source>Unit diam: rekan terdekat</source>
        <translation>Silent unit: nearest partner</translation>
    </message>
    <message>
        <source>Unit diam: kepala regu</source>
        <translation>Silent unit: shift lead</translation>
    </message>
    <message>
        <source>Dari laporan masuk sampai terverifikasi.</source>
        <translation>From a report&apos;s coming to its verification.</translation>
    </message>
    <message>
        <source>Dari terverifikasi sampai unit pertama diperintah.</source>
        <translation>From verification to the first unit&apos;s order.</translation>
    </message>
    <message>
        <source>Dari laporan masuk sampai unit pertama di TKP. Cakupan kota pada kartu saran dihitung dengan waktu ini.</source>
        <translation>From a report&apos;s coming to the first unit on scene. The cover of the city on the advice cards is counted by this time.</translation>
    </message>
    <message>
        <source>Lewat dari ini, perintah yang belum dijawab berdering.</source>
        <translation>After this an order without an answer rings.</translation>
    </message>
    <message>
        <source>Lewat dari ini, semua meja berdering.</source>
        <translation>After this every seat rings.</translation>
    </message>
    <message>
        <source>Lewat dari ini, kepala regu yang didering; tidak lebih awal dari semua meja.</source>
        <translation>After this it rings at the shift lead; not before every seat.</translation>
    </message>
    <message>
        <source>Dari perintah diterima sampai unit bergerak.</source>
        <translation>From an order&apos;s being accepted to the unit&apos;s moving.</translation>
    </message>
    <message>
        <source>Berapa lama sebelum waktunya diingatkan.</source>
        <translation>How long before its time it is brought to mind.</translation>
    </message>
    <message>
        <source>Berapa lama pemilik kejadian dapat menjawab sebelum kejadian berpindah.</source>
        <translation>How long the owner has to answer before the incident passes on.</translation>
    </message>
    <message>
        <source>Posisi yang lebih lama dari ini tidak dipakai lagi.</source>
        <translation>An older position is not used any more.</translation>
    </message>
    <message>
        <source>Tanpa posisi: status yang lebih lama dari ini menjadi tidak diketahui.</source>
        <translation>Without a position: an older status becomes unknown.</translation>
    </message>
    <message>
        <source>Berapa lama dipanggil lewat radio sebelum ditelepon.</source>
        <translation>How long it is called by radio before by telephone.</translation>
    </message>
    <message>
        <source>Berapa lama ditelepon sebelum unit terdekat diminta melihat.</source>
        <translation>How long by telephone before the nearest unit is asked to look.</translation>
    </message>
    <message>
        <source>Berapa lama ditunggu sebelum kepala regu diberi tahu.</source>
        <translation>How long before the shift lead is told.</translation>
    </message>
    <message>
        <source>Berapa lama ditunggu sebelum menjadi alarm bahaya personel.</source>
        <translation>How long before it becomes an alarm of personnel in danger.</translation>
    </message>
    <message>
        <source>nilai ruang tidak dikenal program ini: perbarui</source>
        <translation>the room&apos;s value is not known to this program: update it</translation>
    </message>
    <message>
        <source>detik</source>
        <translation>seconds</translation>
    </message>
    <message>
        <source>meter</source>
        <translation>metres</translation>
    </message>
    <message>
        <source>inci</source>
        <translation>inches</translation>
    </message>
    <message>
        <source>ya</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>tidak</source>
        <translation>no</translation>
    </message>
    <message>
        <source>dari berkas sistem %1</source>
        <translation>from the system&apos;s file %1</translation>
    </message>
    <message>
        <source>dari %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>berkas sistem: %1</source>
        <translation>system&apos;s file: %1</translation>
    </message>
    <message>
        <source>variabel lingkungan %1 mendahului; ubah di sana</source>
        <translation>the environment variable %1 goes before it; change it there</translation>
    </message>
    <message>
        <source>%1 pada perintah mendahului sampai program dimulai lagi</source>
        <translation>%1 on the command line goes before it until the program is started again</translation>
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
        <source>Untuk mencoba tanpa sambungan: command-center exercise</source>
        <translation>To try without connections: command-center exercise</translation>
    </message>
    <message>
        <source>Telepon 110 dapat dicatat sekarang juga (F3).</source>
        <translation>A 110 call can be written down right now (F3).</translation>
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
        <source>%1 · %2 lagi</source>
        <translation>%1 · %2 more</translation>
    </message>
    <message>
        <source>%1 laporan dalam 60 menit, terbanyak %2 semenit</source>
        <translation>%1 reports in 60 minutes, at most %2 a minute</translation>
    </message>
    <message>
        <source>Laporan masuk per menit, 60 menit</source>
        <translation>Reports per minute, 60 minutes</translation>
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
        <source>lewat %1</source>
        <translation>over %1</translation>
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
        <source>%1 menautkan: %2 akibat dari %3</source>
        <translation>%1 linked: %2 is an effect of %3</translation>
    </message>
    <message>
        <source>%1 menautkan: %2 penyebab %3</source>
        <translation>%1 linked: %2 is the cause of %3</translation>
    </message>
    <message>
        <source>%1 menautkan: pelaku %2 dan %3 sama</source>
        <translation>%1 linked: %2 and %3 are by the same person</translation>
    </message>
    <message>
        <source>%1 menautkan: lokasi %2 dan %3 sama</source>
        <translation>%1 linked: %2 and %3 are at the same place</translation>
    </message>
    <message>
        <source>%1 menautkan %2 dengan %3</source>
        <translation>%1 linked %2 with %3</translation>
    </message>
    <message>
        <source>%1 melepas tautan %2 dengan %3</source>
        <translation>%1 removed the link of %2 with %3</translation>
    </message>
    <message>
        <source>Telepon 110 berdering</source>
        <translation>110 call rings</translation>
    </message>
    <message>
        <source>Telepon 110 diangkat meja di luar ruang</source>
        <translation>110 call answered by a desk outside the room</translation>
    </message>
    <message>
        <source>Telepon 110 berakhir</source>
        <translation>110 call ended</translation>
    </message>
    <message>
        <source>Penelepon 110 menutup sebelum diangkat</source>
        <translation>110 caller hung up before anybody answered</translation>
    </message>
    <message>
        <source>%1 mengangkat telepon 110</source>
        <translation>%1 answered the 110 call</translation>
    </message>
    <message>
        <source>%1 mengambil alih telepon 110</source>
        <translation>%1 took over the 110 call</translation>
    </message>
    <message>
        <source>%1 menyelesaikan telepon 110</source>
        <translation>%1 ended the 110 call</translation>
    </message>
    <message>
        <source>%1 menelepon balik</source>
        <translation>%1 called back</translation>
    </message>
    <message>
        <source>%1 mengatur tangga jawab 110</source>
        <translation>%1 set the answering ladder of 110</translation>
    </message>
    <message>
        <source>%1 menandai nomor sebagai iseng</source>
        <translation>%1 marked the number as a prank</translation>
    </message>
    <message>
        <source>%1 mencoret tanda iseng</source>
        <translation>%1 struck the prank mark</translation>
    </message>
    <message>
        <source>Kabar sentral telepon 110</source>
        <translation>Word of the 110 exchange</translation>
    </message>
    <message>
        <source>Telepon 110 naik ke jenjang %1</source>
        <translation>110 call goes up to step %1</translation>
    </message>
    <message>
        <source>%1 menjawab tentang laporan ganda</source>
        <translation>%1 answered about a duplicate</translation>
    </message>
    <message>
        <source>%1: sama dengan %2</source>
        <translation>%1: same as %2</translation>
    </message>
    <message>
        <source>%1: bukan %2</source>
        <translation>%1: not %2</translation>
    </message>
    <message>
        <source>%1 memisahkan laporan</source>
        <translation>%1 took a report out</translation>
    </message>
    <message>
        <source>%1 memisahkan laporan: %2 dari %3</source>
        <translation>%1 took a report out: %2 from %3</translation>
    </message>
    <message>
        <source>%1: tidak lagi anak kejadian lain</source>
        <translation>%1: no longer part of another incident</translation>
    </message>
    <message>
        <source>%1: anak dari %2</source>
        <translation>%1: part of %2</translation>
    </message>
    <message>
        <source>Tinjauan kedua: %1 pasangan untuk ditanyakan</source>
        <translation>Second look: %1 pairs to ask about</translation>
    </message>
    <message>
        <source>Bobot laporan ganda diubah</source>
        <translation>Weights of duplicates changed</translation>
    </message>
    <message>
        <source>Lampiran tersimpan: %1</source>
        <translation>Attachment kept: %1</translation>
    </message>
    <message>
        <source>Hitungan alarm diperbarui</source>
        <translation>Alarm counted on</translation>
    </message>
    <message>
        <source>%1 meminta %2 bersiaga</source>
        <translation>%1 asked %2 to stand by</translation>
    </message>
    <message>
        <source>%1, lewat telepon</source>
        <translation>%1, by telephone</translation>
    </message>
    <message>
        <source>%1 siap menerima</source>
        <translation>%1 is ready</translation>
    </message>
    <message>
        <source>%1 siap terbatas</source>
        <translation>%1 is ready in part</translation>
    </message>
    <message>
        <source>%1 tidak bisa menerima</source>
        <translation>%1 cannot take anybody</translation>
    </message>
    <message>
        <source>%1 menjawab</source>
        <translation>%1 answered</translation>
    </message>
    <message>
        <source>%1, dicatat %2</source>
        <translation>%1, written down by %2</translation>
    </message>
    <message>
        <source>%1 membatalkan siaga %2</source>
        <translation>%1 cancelled the standby of %2</translation>
    </message>
    <message>
        <source>%1 mencatat korban di %2: MD %3, LB %4, LR %5</source>
        <translation>%1 counted casualties at %2: dead %3, serious %4, light %5</translation>
    </message>
    <message>
        <source>%1 mencatat korban: MD %2, LB %3, LR %4</source>
        <translation>%1 counted casualties: dead %2, serious %3, light %4</translation>
    </message>
    <message>
        <source>Keadaan %1 diperbarui</source>
        <translation>%1 said how it is</translation>
    </message>
    <message>
        <source>Daftar rumah sakit diperbarui</source>
        <translation>The list of hospitals was updated</translation>
    </message>
    <message>
        <source>%1 menaikkan alarm ke tingkat %2: %3</source>
        <translation>%1 raised the alarm to level %2: %3</translation>
    </message>
    <message>
        <source>%1 menurunkan alarm ke tingkat %2: %3</source>
        <translation>%1 lowered the alarm to level %2: %3</translation>
    </message>
    <message>
        <source>tingkat alarm</source>
        <translation>alarm level</translation>
    </message>
    <message>
        <source>dicoret %1 %2: %3</source>
        <translation>struck by %1 %2: %3</translation>
    </message>
    <message>
        <source>dicoret %1 %2</source>
        <translation>struck by %1 %2</translation>
    </message>
    <message>
        <source>%1 mencoret catatan (%2) dan menulis: “%3”</source>
        <translation>%1 struck a note (%2) and wrote: “%3”</translation>
    </message>
    <message>
        <source>%1 mencoret catatan: %2</source>
        <translation>%1 struck a note: %2</translation>
    </message>
    <message>
        <source>%1 mencentang %2</source>
        <translation>%1 ticked %2</translation>
    </message>
    <message>
        <source>%1 membatalkan centang %2</source>
        <translation>%1 unticked %2</translation>
    </message>
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
        <source>%1 membetulkan alamat: %2 → %3</source>
        <translation>%1 corrected the address: %2 → %3</translation>
    </message>
    <message>
        <source>%1 menaruh pekerjaan di antrean %2: %3</source>
        <translation>%1 put the job behind %2&apos;s: %3</translation>
    </message>
    <message>
        <source>%1 menarik %2: %3</source>
        <translation>%1 pulled %2: %3</translation>
    </message>
    <message>
        <source>%1 menarik kembali perintah %2: %3</source>
        <translation>%1 called off %2&apos;s order: %3</translation>
    </message>
    <message>
        <source>%1 menggeser %2 unit: %3</source>
        <translation>%1 moved %2 units: %3</translation>
    </message>
    <message>
        <source>lewat radio</source>
        <translation>by radio</translation>
    </message>
    <message>
        <source>lewat telepon</source>
        <translation>by telephone</translation>
    </message>
    <message>
        <source>lewat unit terdekat</source>
        <translation>by the nearest unit</translation>
    </message>
    <message>
        <source>diserahkan ke Pamapta</source>
        <translation>handed to the shift lead</translation>
    </message>
    <message>
        <source>personel dalam bahaya</source>
        <translation>personnel in danger</translation>
    </message>
    <message>
        <source>terus dicari</source>
        <translation>the search goes on</translation>
    </message>
    <message>
        <source>Mencari kabar %1: %2</source>
        <translation>Looking for word of %1: %2</translation>
    </message>
    <message>
        <source>%1 mencatat %2 ditemukan aman</source>
        <translation>%1 noted that %2 was found safe</translation>
    </message>
    <message>
        <source>%1 mencatat %2 sudah ditolong</source>
        <translation>%1 noted that %2 was helped</translation>
    </message>
    <message>
        <source>%1 mencatat %2 ditemukan terluka: personel dalam bahaya</source>
        <translation>%1 noted that %2 was found hurt: personnel in danger</translation>
    </message>
    <message>
        <source>%1 memutuskan pencarian %2 dihentikan: %3</source>
        <translation>%1 decided to give up the search for %2: %3</translation>
    </message>
    <message>
        <source>%1 mencatat kabar %2</source>
        <translation>%1 logged word of %2</translation>
    </message>
    <message>
        <source>%2 tidak lagi di kejadiannya; kabarnya tidak dicari lagi (%1)</source>
        <translation>%2 is not on its incident any more and is no longer looked for (%1)</translation>
    </message>
    <message>
        <source>%1 menjadwalkan kejadian</source>
        <translation>%1 scheduled the incident</translation>
    </message>
    <message>
        <source>%1 menghapus jadwal kejadian</source>
        <translation>%1 took the incident off the schedule</translation>
    </message>
    <message>
        <source>%1 mengizinkan unit ditarik dari sini</source>
        <translation>%1 allows units to be pulled from here</translation>
    </message>
    <message>
        <source>%1 melarang unit ditarik dari sini</source>
        <translation>%1 forbids pulling units from here</translation>
    </message>
    <message>
        <source>penarikan perintah</source>
        <translation>calling off</translation>
    </message>
    <message>
        <source>jawaban unit</source>
        <translation>answer of a unit</translation>
    </message>
    <message>
        <source>penggantian unit yang diam</source>
        <translation>replacement of a silent unit</translation>
    </message>
    <message>
        <source>ulangan perintah</source>
        <translation>repeat of an order</translation>
    </message>
    <message>
        <source>pekerjaan dalam antrean</source>
        <translation>waiting job</translation>
    </message>
    <message>
        <source>perintah dari antrean</source>
        <translation>order of a waiting job</translation>
    </message>
    <message>
        <source>perubahan tugas</source>
        <translation>change of job</translation>
    </message>
    <message>
        <source>pergeseran unit</source>
        <translation>move of units</translation>
    </message>
    <message>
        <source>tautan</source>
        <translation>link</translation>
    </message>
    <message>
        <source>pelepasan tautan</source>
        <translation>removal of a link</translation>
    </message>
    <message>
        <source>jadwal</source>
        <translation>schedule</translation>
    </message>
    <message>
        <source>izin tarik unit</source>
        <translation>whether units may be pulled</translation>
    </message>
    <message>
        <source>pembetulan alamat</source>
        <translation>corrected address</translation>
    </message>
    <message>
        <source>%1: %2 tidak menjawab, tetap diperintah; unit lain menyusul</source>
        <translation>%1: %2 does not answer and stays ordered; another unit follows</translation>
    </message>
    <message>
        <source>%1 mengulang perintah %2</source>
        <translation>%1 repeated %2&apos;s order</translation>
    </message>
    <message>
        <source>%1 menanyakan kabar %2</source>
        <translation>%1 asked %2 what it does</translation>
    </message>
    <message>
        <source>%2 sudah mendengar (%1)</source>
        <translation>%2 has heard it (%1)</translation>
    </message>
    <message>
        <source>%1 mengantrekan %2</source>
        <translation>%1 stacked the job for %2</translation>
    </message>
    <message>
        <source>%1 memulai antrean %2: “%3”</source>
        <translation>%1 started %2&apos;s waiting job: “%3”</translation>
    </message>
    <message>
        <source>%2 mulai dicari kabarnya (%1)</source>
        <translation>the search for word of %2 began (%1)</translation>
    </message>
    <message>
        <source>%1 mengubah prosedur</source>
        <translation>%1 changed a procedure</translation>
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
        <translation>%1 changed a person&apos;s data</translation>
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
        <translation>%1 sealed the reporter&apos;s data</translation>
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
        <source>Buku sandi radio diubah</source>
        <translation>Radio code book changed</translation>
    </message>
    <message>
        <source>Mitra dicatat</source>
        <translation>Partner noted</translation>
    </message>
    <message>
        <source>Daftar mitra diimpor</source>
        <translation>Partners imported</translation>
    </message>
    <message>
        <source>Mitra tidak bertugas lagi</source>
        <translation>Partner no longer serves</translation>
    </message>
    <message>
        <source>Jadwal ronda dicatat</source>
        <translation>Night watch noted</translation>
    </message>
    <message>
        <source>Jadwal ronda diimpor</source>
        <translation>Night watch imported</translation>
    </message>
    <message>
        <source>Jadwal ronda dihapus dari daftar</source>
        <translation>Night watch removed from the list</translation>
    </message>
    <message>
        <source>Kerawanan wilayah dinilai</source>
        <translation>Area&apos;s vulnerability rated</translation>
    </message>
    <message>
        <source>Dari radio: %2 · dicatat %1</source>
        <translation>From the radio: %2 · noted by %1</translation>
    </message>
    <message>
        <source>Kentongan: %2 · dicatat %1</source>
        <translation>Kentongan: %2 · noted by %1</translation>
    </message>
    <message>
        <source>%1 meminta jemput bola: %2</source>
        <translation>%1 asked for a visit: %2</translation>
    </message>
    <message>
        <source>Jemput bola selesai: %2</source>
        <translation>Visit done: %2</translation>
    </message>
    <message>
        <source>Radio %1: %2</source>
        <translation>Radio %1: %2</translation>
    </message>
    <message>
        <source>%1 mencoret satu baris radio</source>
        <translation>%1 struck through a radio line</translation>
    </message>
    <message>
        <source>%1 menautkan satu baris radio</source>
        <translation>%1 linked a radio line</translation>
    </message>
    <message>
        <source>%1 melepas tautan satu baris radio</source>
        <translation>%1 unlinked a radio line</translation>
    </message>
    <message>
        <source>%1 meneruskan ke %2</source>
        <translation>%1 handed it on to %2</translation>
    </message>
    <message>
        <source>%1 menerima penerusan</source>
        <translation>%1 accepted the referral</translation>
    </message>
    <message>
        <source>%1 menolak penerusan</source>
        <translation>%1 refused the referral</translation>
    </message>
    <message>
        <source>%1 menyelesaikan penerusan</source>
        <translation>%1 finished the referral</translation>
    </message>
    <message>
        <source>%1 menarik penerusan ke %2</source>
        <translation>%1 withdrew the referral to %2</translation>
    </message>
    <message>
        <source>%1 belum menjawab, langkah %2</source>
        <translation>%1 has not answered, step %2</translation>
    </message>
    <message>
        <source>Daftar instansi diperbarui</source>
        <translation>List of agencies updated</translation>
    </message>
    <message>
        <source>Server surel ruang diatur</source>
        <translation>The room&apos;s mail server set</translation>
    </message>
    <message>
        <source>Pesan keluar diterima</source>
        <translation>A message out was heard</translation>
    </message>
    <message>
        <source>Pesan keluar ditolak penerimanya</source>
        <translation>A message out was refused</translation>
    </message>
    <message>
        <source>%1 menyusun pemberitahuan: “%2”</source>
        <translation>%1 drafted a notice: “%2”</translation>
    </message>
    <message>
        <source>%1 menyetujui pemberitahuan: “%2”</source>
        <translation>%1 approved the notice: “%2”</translation>
    </message>
    <message>
        <source>%1 menarik pemberitahuan: “%2”</source>
        <translation>%1 withdrew the notice: “%2”</translation>
    </message>
    <message>
        <source>%1 membalas pelapor: “%2”</source>
        <translation>%1 replied to the reporters: “%2”</translation>
    </message>
    <message>
        <source>Perintah terkirim ke perangkat %1; belum berarti didengar</source>
        <translation>Order delivered to the device of %1; that does not mean heard</translation>
    </message>
    <message>
        <source>Perintah ditolak perangkat %1: sampaikan lewat radio</source>
        <translation>Order refused by the device of %1: tell it by radio</translation>
    </message>
    <message>
        <source>Jalur perintah ke perangkat unit diatur</source>
        <translation>The ways of orders to the units&apos; devices were set</translation>
    </message>
    <message>
        <source>%1 menutup %2: %3</source>
        <translation>%1 closed %2: %3</translation>
    </message>
    <message>
        <source>%1 membuka lagi %2</source>
        <translation>%1 opened %2 again</translation>
    </message>
    <message>
        <source>Peta sungai ruang diganti</source>
        <translation>The room&apos;s map of rivers was replaced</translation>
    </message>
    <message>
        <source>Peta jalan ruang diganti</source>
        <translation>The room&apos;s road map was replaced</translation>
    </message>
    <message>
        <source>%1 mengubah kartu rencana</source>
        <translation>%1 changed the run cards</translation>
    </message>
    <message>
        <source>Kecepatan jalan diubah</source>
        <translation>Road speeds were changed</translation>
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
        <source>%1 menggabung %2 ke %3</source>
        <translation>%1 merged %2 into %3</translation>
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
        <source>%1 diminta: %2</source>
        <translation>%1 asked: %2</translation>
    </message>
    <message>
        <source>%1 diperintah, %2 diminta: %3</source>
        <translation>%1 ordered, %2 asked: %3</translation>
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
        <source>Pelapor menarik laporannya</source>
        <translation>The reporter withdrew the report</translation>
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
        <source>Berkas sumber diambil</source>
        <translation>A file of the source was taken</translation>
    </message>
    <message>
        <source>Kekuatan dicatat</source>
        <translation>Strength recorded</translation>
    </message>
    <message>
        <source>Catatan sumber disimpan tanpa bagian yang rusak</source>
        <translation>A record of the source was stored without its broken part</translation>
    </message>
    <message>
        <source>Bentuk data sumber dipelajari</source>
        <translation>The shape of a source&apos;s data was learned</translation>
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
        <source>Peringatan publik dicatat</source>
        <translation>Public alert kept</translation>
    </message>
    <message>
        <source>Daftar tempat diperbarui</source>
        <translation>Places updated</translation>
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
        <source>Sebutan status unit diubah</source>
        <translation>The words for unit statuses were changed</translation>
    </message>
    <message>
        <source>Batas waktu unit diubah</source>
        <translation>The time limits of units were changed</translation>
    </message>
    <message>
        <source>Target dan batas waktu ruang diubah</source>
        <translation>The room&apos;s targets and clocks changed</translation>
    </message>
    <message>
        <source>Tabel triase diubah</source>
        <translation>Triage table changed</translation>
    </message>
    <message>
        <source>%1 mencatat satu tempat</source>
        <translation>%1 noted a place</translation>
    </message>
    <message>
        <source>%1 mengimpor daftar tempat</source>
        <translation>%1 imported a list of places</translation>
    </message>
    <message>
        <source>%1 mengeluarkan satu tempat dari daftar</source>
        <translation>%1 took a place off the list</translation>
    </message>
    <message>
        <source>%1 mencatat pemilu</source>
        <translation>%1 noted an election</translation>
    </message>
    <message>
        <source>%1 mengimpor daftar TPS</source>
        <translation>%1 imported a list of TPS</translation>
    </message>
    <message>
        <source>%1 mengeluarkan TPS dari daftar</source>
        <translation>%1 took TPS off the list</translation>
    </message>
    <message>
        <source>%1 menilai kerawanan</source>
        <translation>%1 rated the vulnerability</translation>
    </message>
    <message>
        <source>%1 mengimpor penilaian kerawanan</source>
        <translation>%1 imported ratings of vulnerability</translation>
    </message>
    <message>
        <source>%1 mencoret satu penilaian</source>
        <translation>%1 struck a rating</translation>
    </message>
    <message>
        <source>%1 mengubah kriteria kerawanan</source>
        <translation>%1 changed the criteria of vulnerability</translation>
    </message>
    <message>
        <source>%1 mengubah templat laporan</source>
        <translation>%1 changed a report template</translation>
    </message>
    <message>
        <source>%1 mencatat dialog</source>
        <translation>%1 noted a dialogue</translation>
    </message>
    <message>
        <source>%1 mencoret catatan dialog</source>
        <translation>%1 struck the note of a dialogue</translation>
    </message>
    <message>
        <source>%1 menyegel catatan potensi gesekan</source>
        <translation>%1 sealed a note of expected friction</translation>
    </message>
    <message>
        <source>%1 mencabut catatan potensi gesekan</source>
        <translation>%1 withdrew a note of expected friction</translation>
    </message>
    <message>
        <source>%1 menilai peringatan dini</source>
        <translation>%1 judged an early warning</translation>
    </message>
    <message>
        <source>%1 menilai peringatan dini: %2</source>
        <translation>%1 judged an early warning: %2</translation>
    </message>
    <message>
        <source>Peringatan dini</source>
        <translation>Early warning</translation>
    </message>
    <message>
        <source>Peringatan dini bertambah</source>
        <translation>Early warning has grown</translation>
    </message>
    <message>
        <source>Peringatan dini berakhir</source>
        <translation>Early warning is over</translation>
    </message>
    <message>
        <source>Ambang deteksi dini dihitung ulang</source>
        <translation>Thresholds of early detection were reckoned anew</translation>
    </message>
    <message>
        <source>%1 membuka operasi %2</source>
        <translation>%1 opened operation %2</translation>
    </message>
    <message>
        <source>%1 menutup operasi %2</source>
        <translation>%1 ended operation %2</translation>
    </message>
    <message>
        <source>%1 menambah tempat %2</source>
        <translation>%1 added the place %2</translation>
    </message>
    <message>
        <source>%1 mengeluarkan tempat %2</source>
        <translation>%1 took out the place %2</translation>
    </message>
    <message>
        <source>%1 mengubah situasi %2</source>
        <translation>%1 changed the situation of %2</translation>
    </message>
    <message>
        <source>%1 mencatat alih kendali %2</source>
        <translation>%1 recorded a transfer of control at %2</translation>
    </message>
    <message>
        <source>%1 mencatat tahap kekuatan %2</source>
        <translation>%1 recorded a stage of force at %2</translation>
    </message>
    <message>
        <source>%1 mencabut perintah di %2</source>
        <translation>%1 revoked an order at %2</translation>
    </message>
    <message>
        <source>%1 menyimpan rencana situasi: %2 butir</source>
        <translation>%1 saved plans of situations: %2 items</translation>
    </message>
    <message>
        <source>%1 menjalankan rencana di %2</source>
        <translation>%1 called the plan at %2</translation>
    </message>
    <message>
        <source>%1 mengakhiri tugas: %2</source>
        <translation>%1 ended a task: %2</translation>
    </message>
    <message>
        <source>%1 menyimpan %2 pasukan</source>
        <translation>%1 saved %2 forces</translation>
    </message>
    <message>
        <source>%1 mengeluarkan pasukan %2</source>
        <translation>%1 took out the force %2</translation>
    </message>
    <message>
        <source>%1 mencatat yang mendengar: %2</source>
        <translation>%1 recorded who heard: %2</translation>
    </message>
    <message>
        <source>%1 mencoret yang mendengar: %2</source>
        <translation>%1 struck who heard: %2</translation>
    </message>
    <message>
        <source>%1 mencatat satu tahapan pemilu</source>
        <translation>%1 kept a stage of an election</translation>
    </message>
    <message>
        <source>%1 mencoret satu tahapan pemilu</source>
        <translation>%1 struck a stage of an election</translation>
    </message>
    <message>
        <source>%1 mengambil tahapan dari PKPU</source>
        <translation>%1 took the stages from the PKPU</translation>
    </message>
    <message>
        <source>%1 menetapkan pola polisi-TPS-linmas</source>
        <translation>%1 set the pattern police-stations-linmas</translation>
    </message>
    <message>
        <source>%1 mencatat kekuatan pengamanan TPS</source>
        <translation>%1 kept people for the polling stations</translation>
    </message>
    <message>
        <source>%1 menarik satu satuan dari daftar kekuatan</source>
        <translation>%1 withdrew people from an election&apos;s list</translation>
    </message>
    <message>
        <source>%1 menetapkan ploting pengamanan TPS</source>
        <translation>%1 adopted a posting for the polling stations</translation>
    </message>
    <message>
        <source>%1 mencabut ploting yang baru ditetapkan</source>
        <translation>%1 took back the posting plan just adopted</translation>
    </message>
    <message>
        <source>%1 mengubah ploting satu kelompok TPS</source>
        <translation>%1 changed the posting of a group of polling stations</translation>
    </message>
    <message>
        <source>%1 mencatat kabar TPS</source>
        <translation>%1 kept what polling stations told</translation>
    </message>
    <message>
        <source>%1 mencoret satu kabar TPS</source>
        <translation>%1 struck a polling station&apos;s message</translation>
    </message>
    <message>
        <source>%1 mencatat kawal logistik</source>
        <translation>%1 kept a ballot escort</translation>
    </message>
    <message>
        <source>%1 mencatat langkah kawal logistik</source>
        <translation>%1 kept a step of a ballot escort</translation>
    </message>
    <message>
        <source>%1 mencoret kawal logistik</source>
        <translation>%1 struck a ballot escort</translation>
    </message>
    <message>
        <source>Inject latihan</source>
        <translation>Exercise inject</translation>
    </message>
    <message>
        <source>Catatan penilai %1</source>
        <translation>Evaluator&apos;s note %1</translation>
    </message>
    <message>
        <source>Laju latihan diubah</source>
        <translation>Pace of the exercise changed</translation>
    </message>
    <message>
        <source>%1 membekukan papan untuk serah terima</source>
        <translation>%1 froze the board for the handover</translation>
    </message>
    <message>
        <source>%1 menerima butir serah terima</source>
        <translation>%1 accepted a handover item</translation>
    </message>
    <message>
        <source>%1 menandatangani serah terima</source>
        <translation>%1 signed the handover</translation>
    </message>
    <message>
        <source>%1 mengambil alih jaga dengan paksa</source>
        <translation>%1 took the shift over by force</translation>
    </message>
    <message>
        <source>%1 membatalkan serah terima</source>
        <translation>%1 called the handover off</translation>
    </message>
    <message>
        <source>%1 mengubah aturan serah terima</source>
        <translation>%1 changed the rules of handovers</translation>
    </message>
    <message>
        <source>%1 menulis di buku mutasi</source>
        <translation>%1 wrote in the shift book</translation>
    </message>
    <message>
        <source>%1 mencoret satu baris buku mutasi</source>
        <translation>%1 struck a line of the shift book</translation>
    </message>
    <message>
        <source>%1 memberi perintah</source>
        <translation>%1 gave an instruction</translation>
    </message>
    <message>
        <source>%1 mencabut perintah</source>
        <translation>%1 withdrew an instruction</translation>
    </message>
    <message>
        <source>%1 membuat tugas “%2”</source>
        <translation>%1 made the task “%2”</translation>
    </message>
    <message>
        <source>%1 mengakhiri tugas “%2”</source>
        <translation>%1 ended the task “%2”</translation>
    </message>
    <message>
        <source>%1 menyelesaikan tugas “%2”</source>
        <translation>%1 did the task “%2”</translation>
    </message>
    <message>
        <source>%1 menulis catatan regu</source>
        <translation>%1 wrote a note of the shift</translation>
    </message>
    <message>
        <source>%1 mencoret catatan regu</source>
        <translation>%1 struck a note of the shift</translation>
    </message>
    <message>
        <source>pimpinan regu</source>
        <translation>the shift lead</translation>
    </message>
    <message>
        <source>%1 mendengar perintah, dicatat %2</source>
        <translation>%1 heard the instruction, entered by %2</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>%1 mendengar perintah lewat sistemnya</source>
        <translation>%1 heard the instruction by its own system</translation>
    </message>
    <message>
        <source>%1 mengubah pola jam dinas</source>
        <translation>%1 changed the pattern of shifts</translation>
    </message>
    <message>
        <source>%1 membatalkan perubahan regu atau pola</source>
        <translation>%1 took back a change of a regu or the pattern</translation>
    </message>
    <message>
        <source>%1 mencatat regu</source>
        <translation>%1 noted a regu</translation>
    </message>
    <message>
        <source>%1 membubarkan regu</source>
        <translation>%1 disbanded a regu</translation>
    </message>
    <message>
        <source>%1 mengubah daftar personel</source>
        <translation>%1 changed the list of people</translation>
    </message>
    <message>
        <source>%1 mengeluarkan orang dari daftar personel</source>
        <translation>%1 took somebody off the list of people</translation>
    </message>
    <message>
        <source>%1 mengisi jadwal dinas</source>
        <translation>%1 filled in the roster</translation>
    </message>
    <message>
        <source>%1 mencoret satu dinas</source>
        <translation>%1 struck a duty</translation>
    </message>
    <message>
        <source>%1 meminta tukar dinas</source>
        <translation>%1 asked for a swap of duty</translation>
    </message>
    <message>
        <source>%1 memutuskan tukar dinas</source>
        <translation>%1 decided a swap of duty</translation>
    </message>
    <message>
        <source>%1 menarik permintaan tukar dinas</source>
        <translation>%1 withdrew a swap of duty</translation>
    </message>
    <message>
        <source>%1 membuka apel</source>
        <translation>%1 opened the roll-call</translation>
    </message>
    <message>
        <source>%1 mencatat kehadiran</source>
        <translation>%1 noted who is present</translation>
    </message>
    <message>
        <source>%1 mengatur awak</source>
        <translation>%1 arranged a crew</translation>
    </message>
    <message>
        <source>%1 memeriksa perlengkapan unit</source>
        <translation>%1 checked a unit&apos;s equipment</translation>
    </message>
    <message>
        <source>%1 menyelesaikan apel</source>
        <translation>%1 finished the roll-call</translation>
    </message>
    <message>
        <source>%1 mencatat awak unit menurut apel</source>
        <translation>%1 noted the crews by the roll-call</translation>
    </message>
    <message>
        <source>%1 mencatat siapa duduk di meja</source>
        <translation>%1 noted who sits at a workstation</translation>
    </message>
    <message>
        <source>%1 mencatat meja kosong</source>
        <translation>%1 noted an empty workstation</translation>
    </message>
</context>
<context>
    <name>Tones</name>
    <message>
        <source>bisu</source>
        <translation>mute</translation>
    </message>
    <message>
        <source>%1 nada bisu</source>
        <translation>%1 tones muted</translation>
    </message>
    <message>
        <source>%1 %, paling mendesak tidak di bawah %2 %</source>
        <translation>%1 %, the most urgent not below %2 %</translation>
    </message>
    <message>
        <source>Nada alarm di meja ini</source>
        <translation>Alarm tones at this seat</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Jenis alarm yang terdengar</source>
        <translation>Kinds of alarm that are heard</translation>
    </message>
    <message>
        <source>Dengarkan</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
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
        <source>titik lokasi</source>
        <translation>the exact place</translation>
    </message>
    <message>
        <source>letak tempat rawan</source>
        <translation>where the sensitive places are</translation>
    </message>
    <message>
        <source>hari pemungutan suara</source>
        <translation>election day</translation>
    </message>
    <message>
        <source>jam kejadian</source>
        <translation>the hour</translation>
    </message>
    <message>
        <source>siapa pelapornya</source>
        <translation>who reported it</translation>
    </message>
    <message>
        <source>deteksi dini</source>
        <translation>early detection</translation>
    </message>
    <message>
        <source>tabel ruangan (tidak terbaca, dipakai tabel bawaan)</source>
        <translation>the room&apos;s table (unreadable, the shipped one was used)</translation>
    </message>
    <message>
        <source>ditetapkan petugas</source>
        <translation>set by an officer</translation>
    </message>
    <message>
        <source>menurut sumber</source>
        <translation>by its source</translation>
    </message>
    <message>
        <source>laporan lain menyebut %1</source>
        <translation>another report says %1</translation>
    </message>
    <message>
        <source>senjata</source>
        <translation>a weapon</translation>
    </message>
    <message>
        <source>korban</source>
        <translation>somebody hurt</translation>
    </message>
    <message>
        <source>api</source>
        <translation>fire</translation>
    </message>
    <message>
        <source>orang terancam</source>
        <translation>somebody in danger</translation>
    </message>
    <message>
        <source>(minimal %1)</source>
        <translation>(at least %1)</translation>
    </message>
    <message>
        <source>saran %1</source>
        <translation>suggested %1</translation>
    </message>
    <message>
        <source>%1 lagi</source>
        <translation>%1 more</translation>
    </message>
    <message>
        <source>tidak diketahui: %1</source>
        <translation>unknown: %1</translation>
    </message>
</context>
<context>
    <name>TriageTable</name>
    <message>
        <source>TABEL TRIASE</source>
        <translation>TRIAGE TABLE</translation>
    </message>
    <message>
        <source>Tabel triase</source>
        <translation>Triage table</translation>
    </message>
    <message>
        <source>Baris tabel triase</source>
        <translation>Rows of the triage table</translation>
    </message>
    <message>
        <source>Tidak ada baris yang cocok.</source>
        <translation>No row fits.</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by words</translation>
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
        <source>Hapus</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Tinjau</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Versi</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Tinjauan</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Ekspor</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>versi %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>tabel bawaan program</source>
        <translation>the program&apos;s own table</translation>
    </message>
    <message>
        <source>%1 dinaikkan, %2 diturunkan dari %3</source>
        <translation>%1 raised, %2 lowered of %3</translation>
    </message>
    <message>
        <source>Berlaku: tabel bawaan program.</source>
        <translation>In force: the program&apos;s own table.</translation>
    </message>
    <message>
        <source>Berlaku: versi %1, %2, %3.</source>
        <translation>In force: version %1, %2, %3.</translation>
    </message>
    <message>
        <source>Tabel ruangan tidak terbaca; tabel bawaan dipakai.</source>
        <translation>The room&apos;s table is unreadable; the program&apos;s own is used.</translation>
    </message>
    <message>
        <source>Belum disimpan · %1</source>
        <translation>Not saved · %1</translation>
    </message>
    <message>
        <source>Orang lain sudah menyimpan versi %1.</source>
        <translation>Somebody else has saved version %1.</translation>
    </message>
    <message>
        <source>Simpan tabel? %1 kejadian berganti prioritas.</source>
        <translation>Save the table? %1 incidents change priority.</translation>
    </message>
    <message>
        <source>Belum ada yang diubah petugas dalam 30 hari.</source>
        <translation>Nothing was overridden in 30 days.</translation>
    </message>
    <message>
        <source>Berkas TOML atau CSV mana? Tulis jalurnya, atau seret.</source>
        <translation>Which TOML or CSV file? Type its path, or drop it.</translation>
    </message>
    <message>
        <source>Baca</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>dan %1 lagi</source>
        <translation>and %1 more</translation>
    </message>
    <message>
        <source>kategori</source>
        <translation>category</translation>
    </message>
    <message>
        <source>kata</source>
        <translation>words</translation>
    </message>
    <message>
        <source>tempat</source>
        <translation>place</translation>
    </message>
    <message>
        <source>waktu</source>
        <translation>time</translation>
    </message>
    <message>
        <source>pelapor</source>
        <translation>reporters</translation>
    </message>
    <message>
        <source>deteksi dini</source>
        <translation>early detection</translation>
    </message>
    <message>
        <source>Kode</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Syarat</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Salah satu dari, pisahkan dengan |</source>
        <translation>Any of, between bars |</translation>
    </message>
    <message>
        <source>Poin</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Kalimat</source>
        <translation>Indonesian sentence</translation>
    </message>
    <message>
        <source>Kalimat Inggris</source>
        <translation>English sentence</translation>
    </message>
    <message>
        <source>Paling rendah</source>
        <translation>At least</translation>
    </message>
    <message>
        <source>Jarak (m)</source>
        <translation>Distance (m)</translation>
    </message>
    <message>
        <source>Jam, 6 | 16</source>
        <translation>Hours, 6 | 16</translation>
    </message>
    <message>
        <source>Hari, -3 | 1</source>
        <translation>Days, -3 | 1</translation>
    </message>
    <message>
        <source>Pelapor</source>
        <translation>Reporters</translation>
    </message>
    <message>
        <source>Dalam menit</source>
        <translation>Within minutes</translation>
    </message>
    <message>
        <source>minimal %1</source>
        <translation>at least %1</translation>
    </message>
    <message>
        <source>jam %1–%2</source>
        <translation>%1–%2 o&apos;clock</translation>
    </message>
    <message>
        <source>H%1 s.d. H%2</source>
        <translation>day %1 to %2</translation>
    </message>
    <message>
        <source>≥ %1 dalam %2 menit</source>
        <translation>≥ %1 within %2 minutes</translation>
    </message>
    <message>
        <source>baru: %1</source>
        <translation>new: %1</translation>
    </message>
    <message>
        <source>hilang: %1</source>
        <translation>gone: %1</translation>
    </message>
    <message>
        <source>berubah: %1</source>
        <translation>changed: %1</translation>
    </message>
    <message>
        <source>aturan lain berubah</source>
        <translation>other rules changed</translation>
    </message>
    <message>
        <source>sama</source>
        <translation>the same</translation>
    </message>
    <message>
        <source>%1 dari %2 kejadian terbuka berganti prioritas; P1 %3% → %4%.</source>
        <translation>%1 of %2 open incidents change priority; P1 %3% → %4%.</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>BATAL</source>
        <translation>CALLED OFF</translation>
    </message>
    <message>
        <source>alamat baru</source>
        <translation>new address</translation>
    </message>
    <message>
        <source>ulangan</source>
        <translation>repeat</translation>
    </message>
    <message>
        <source>Geser</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Alasan (wajib)</source>
        <translation>Reason (needed)</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cakupan per kecamatan</source>
        <translation>Coverage by district</translation>
    </message>
    <message>
        <source>%1: %2 siap di dalam, %3 unit berpangkalan</source>
        <translation>%1: %2 available inside, %3 units based there</translation>
    </message>
    <message>
        <source>tampaknya sudah berangkat: konfirmasi</source>
        <translation>seems to have set off: confirm</translation>
    </message>
    <message>
        <source>menuju?</source>
        <translation>en route?</translation>
    </message>
    <message>
        <source>tampaknya sudah di TKP: konfirmasi</source>
        <translation>seems to be on scene: confirm</translation>
    </message>
    <message>
        <source>di TKP?</source>
        <translation>on scene?</translation>
    </message>
    <message>
        <source>tampaknya meninggalkan TKP: konfirmasi</source>
        <translation>seems to have left the scene: confirm</translation>
    </message>
    <message>
        <source>kembali?</source>
        <translation>returning?</translation>
    </message>
    <message>
        <source>tampaknya sudah di pos: konfirmasi siap</source>
        <translation>seems to be back at its post: confirm available</translation>
    </message>
    <message>
        <source>siap?</source>
        <translation>available?</translation>
    </message>
    <message>
        <source>tampaknya selesai isoma: konfirmasi siap</source>
        <translation>seems to have ended its break: confirm available</translation>
    </message>
    <message>
        <source>katanya di TKP, posisinya %1 dari situ: tanyakan</source>
        <translation>says on scene, its position is %1 away: ask</translation>
    </message>
    <message>
        <source>jauh?</source>
        <translation>far?</translation>
    </message>
    <message>
        <source>posisi meloncat %1, belum dipercaya: tanyakan</source>
        <translation>position leapt %1, not believed yet: ask</translation>
    </message>
    <message>
        <source>posisi?</source>
        <translation>position?</translation>
    </message>
    <message>
        <source>bertugas tanpa perintah: tanyakan</source>
        <translation>at work without an order: ask</translation>
    </message>
    <message>
        <source>tak terdengar %1: tanyakan</source>
        <translation>not heard for %1: ask</translation>
    </message>
    <message>
        <source>sudah %1: tanyakan</source>
        <translation>for %1 by now: ask</translation>
    </message>
    <message>
        <source>sudah %1, biasanya selesai: tanyakan</source>
        <translation>%1 by now, usually over: ask</translation>
    </message>
    <message>
        <source>tanyakan</source>
        <translation>ask</translation>
    </message>
    <message>
        <source>diminta</source>
        <translation>asked</translation>
    </message>
    <message>
        <source>basi</source>
        <translation>stale</translation>
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
        <source>%1 disaring</source>
        <translation>%1 filtered out</translation>
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
        <source>Menunggu daftar dilepas: Home</source>
        <translation>Waiting until the list is let go: Home</translation>
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
        <source>Saring: panggilan, satuan, status, wilayah, nomor</source>
        <translation>Filter: call sign, agency, status, area, number</translation>
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
        <source>Tidak ada unit yang cocok. Esc di kolom saring: semua unit.</source>
        <translation>No unit fits. Esc in the filter: all units.</translation>
    </message>
    <message>
        <source>Belum ada unit</source>
        <translation>No units yet</translation>
    </message>
    <message>
        <source>Antrean tugas %1</source>
        <translation>Jobs waiting for %1</translation>
    </message>
    <message>
        <source>HT</source>
        <translation>radio</translation>
    </message>
    <message>
        <source>telepon</source>
        <translation>telephone</translation>
    </message>
    <message>
        <source>unit pendamping</source>
        <translation>partner unit</translation>
    </message>
    <message>
        <source>pimpinan regu</source>
        <translation>shift lead</translation>
    </message>
    <message>
        <source>PERSONEL DALAM BAHAYA</source>
        <translation>PERSONNEL IN DANGER</translation>
    </message>
    <message>
        <source>Hentikan pencarian %1: mengapa? Nama Anda dicatat.</source>
        <translation>Give up the search for %1: why? Your name is noted.</translation>
    </message>
    <message>
        <source>Hentikan pencarian</source>
        <translation>Give up the search</translation>
    </message>
    <message>
        <source>%1 ditemukan terluka %2 · personel dalam bahaya</source>
        <translation>%1 found hurt %2 · personnel in danger</translation>
    </message>
    <message>
        <source>Cek personel %1 · dicari sejak %2 · %3</source>
        <translation>Welfare of %1 · looked for since %2 · %3</translation>
    </message>
    <message>
        <source>posisinya bergerak</source>
        <translation>its position moves</translation>
    </message>
    <message>
        <source>diam</source>
        <translation>still</translation>
    </message>
    <message>
        <source>Kirim bantuan; catat bila sudah ditolong.</source>
        <translation>Send help; note when they have been helped.</translation>
    </message>
    <message>
        <source>Kirim bantuan. Pencarian ini hanya selesai oleh orang.</source>
        <translation>Send help. Only a person ends this search.</translation>
    </message>
    <message>
        <source>Berikutnya: %1</source>
        <translation>Next: %1</translation>
    </message>
    <message>
        <source>pendamping: %1</source>
        <translation>partners: %1</translation>
    </message>
    <message>
        <source>BATAL belum didengar</source>
        <translation>CALLED OFF, not heard</translation>
    </message>
    <message>
        <source>alamat baru belum didengar</source>
        <translation>new address not heard</translation>
    </message>
    <message>
        <source>alamat?</source>
        <translation>address?</translation>
    </message>
    <message>
        <source>ulangan belum didengar</source>
        <translation>repeat not heard</translation>
    </message>
    <message>
        <source>ulangan?</source>
        <translation>repeat?</translation>
    </message>
    <message>
        <source>cek personel: HT</source>
        <translation>checking on crew: radio</translation>
    </message>
    <message>
        <source>cek: HT</source>
        <translation>check: radio</translation>
    </message>
    <message>
        <source>cek personel: telepon</source>
        <translation>checking on crew: phone</translation>
    </message>
    <message>
        <source>cek: telepon</source>
        <translation>check: phone</translation>
    </message>
    <message>
        <source>cek personel: unit rekan</source>
        <translation>checking on crew: partner unit</translation>
    </message>
    <message>
        <source>cek: rekan</source>
        <translation>check: partner</translation>
    </message>
    <message>
        <source>cek personel: pimpinan</source>
        <translation>checking on crew: shift lead</translation>
    </message>
    <message>
        <source>cek: pimpinan</source>
        <translation>check: lead</translation>
    </message>
    <message>
        <source>BAHAYA</source>
        <translation>DANGER</translation>
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
        <source>%1 siap / %3</source>
        <translation>%1 ready / %3</translation>
    </message>
    <message>
        <source>%1 siap, %2 basi / %3</source>
        <translation>%1 ready, %2 stale / %3</translation>
    </message>
    <message>
        <source>%1/%2 org</source>
        <translation>%1/%2 people</translation>
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
        <source>%1 diminta, belum dijawab</source>
        <translation>%1 asked, not answered</translation>
    </message>
    <message>
        <source>%1 belum dijawab</source>
        <translation>%1 unanswered</translation>
    </message>
    <message>
        <source>%1 diminta · %2</source>
        <translation>%1 asked · %2</translation>
    </message>
    <message>
        <source>konflik</source>
        <translation>conflict</translation>
    </message>
    <message>
        <source>%1 diminta</source>
        <translation>%1 asked</translation>
    </message>
    <message>
        <source>ditemukan terluka: kirim bantuan</source>
        <translation>found hurt: send help</translation>
    </message>
    <message>
        <source>TERLUKA</source>
        <translation>HURT</translation>
    </message>
    <message>
        <source>%1, bergerak</source>
        <translation>%1, moving</translation>
    </message>
    <message>
        <source>tanpa kabar %1, bergerak</source>
        <translation>silent for %1, moving</translation>
    </message>
    <message>
        <source>tanpa kabar %1</source>
        <translation>silent for %1</translation>
    </message>
    <message>
        <source>tanpa kabar %1, diam</source>
        <translation>silent for %1, still</translation>
    </message>
    <message>
        <source>bergerak?</source>
        <translation>moving?</translation>
    </message>
    <message>
        <source>diam?</source>
        <translation>still?</translation>
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
        <source>Sebutan untuk %1</source>
        <translation>Word for %1</translation>
    </message>
    <message>
        <source>Bentuk untuk %1</source>
        <translation>Shape for %1</translation>
    </message>
    <message>
        <source>Warna untuk %1</source>
        <translation>Colour for %1</translation>
    </message>
    <message>
        <source>Batas detik untuk %1</source>
        <translation>Limit in seconds for %1</translation>
    </message>
    <message>
        <source>Orang lain baru mengubah tabel ini: tutup dan buka lagi.</source>
        <translation>Somebody else has just changed this table: close it and open it again.</translation>
    </message>
    <message>
        <source>Sebutan dan batas status (detik)</source>
        <translation>Words and limits of statuses (seconds)</translation>
    </message>
    <message>
        <source>Tanpa kabar saat bertugas</source>
        <translation>Silent while at work</translation>
    </message>
    <message>
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>Updates</name>
    <message>
        <source>Kembali ke versi %1?</source>
        <translation>Go back to version %1?</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>Tidak ada yang berubah.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>PEMBARUAN PROGRAM</source>
        <translation>PROGRAM UPDATES</translation>
    </message>
    <message>
        <source>Pembaruan program</source>
        <translation>Program updates</translation>
    </message>
    <message>
        <source>Versi di tiap komputer</source>
        <translation>Version on each computer</translation>
    </message>
    <message>
        <source>Belum ada komputer yang menyebut versinya.</source>
        <translation>No computer has told its version yet.</translation>
    </message>
    <message>
        <source>Saring menurut kata</source>
        <translation>Filter by words</translation>
    </message>
    <message>
        <source>Apa yang berubah</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>Perintah untuk terminal</source>
        <translation>Commands for a terminal</translation>
    </message>
    <message>
        <source>Periksa sumber</source>
        <translation>Check the source</translation>
    </message>
    <message>
        <source>Siapkan versi baru</source>
        <translation>Prepare the new version</translation>
    </message>
    <message>
        <source>Pakai yang siap</source>
        <translation>Take up what is ready</translation>
    </message>
    <message>
        <source>Kembali ke versi lama</source>
        <translation>Back to the version before</translation>
    </message>
    <message>
        <source>Hentikan</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Versi %1 siap dipasang, tetapi tiga kali gagal berdiri di sini.</source>
        <translation>Version %1 stands ready, but fell three times here.</translation>
    </message>
    <message>
        <source>Pengelola komputer mengetik di terminal:</source>
        <translation>The administrator of the computer types in a terminal:</translation>
    </message>
    <message>
        <source>Pengelola komputer mengetik di Command Prompt yang dibuka sebagai administrator:</source>
        <translation>The administrator of the computer types in a Command Prompt opened as administrator:</translation>
    </message>
    <message>
        <source>Memeriksa tanda tangan …</source>
        <translation>Checking signatures …</translation>
    </message>
    <message>
        <source>Membongkar arsip …</source>
        <translation>Unpacking the archive …</translation>
    </message>
    <message>
        <source>Mencoba versi baru …</source>
        <translation>Trying the new version …</translation>
    </message>
    <message>
        <source>Menulis sampai tuntas ke cakram …</source>
        <translation>Writing all of it to the disk …</translation>
    </message>
    <message>
        <source>Versi %1 berjalan di komputer ini.</source>
        <translation>Version %1 runs on this computer.</translation>
    </message>
    <message>
        <source>Versi %1 dipakai saat program dibuka lagi.</source>
        <translation>Version %1 is used when the program is opened again.</translation>
    </message>
    <message>
        <source>Versi %1 siap dipasang.</source>
        <translation>Version %1 is ready to be taken up.</translation>
    </message>
    <message>
        <source>Salin: siapkan versi baru</source>
        <translation>Copy: prepare the new version</translation>
    </message>
    <message>
        <source>Salin: pakai yang siap</source>
        <translation>Copy: take up what is ready</translation>
    </message>
    <message>
        <source>Salin: kembali ke versi lama</source>
        <translation>Copy: back to the version before</translation>
    </message>
    <message>
        <source>Versi %1 dari %2 tersedia di sumber.</source>
        <translation>Version %1 of %2 is available at the source.</translation>
    </message>
    <message>
        <source>Versi %1 tersedia di sumber.</source>
        <translation>Version %1 is offered by the source.</translation>
    </message>
    <message>
        <source>Tidak ada versi yang lebih baru di sumber.</source>
        <translation>The source offers nothing newer.</translation>
    </message>
    <message>
        <source>Menyalin: %1 dari %2 MB</source>
        <translation>Copying: %1 of %2 MB</translation>
    </message>
    <message>
        <source>versi %1</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>%1 (komputer ini)</source>
        <translation>%1 (this computer)</translation>
    </message>
</context>
<context>
    <name>Wall</name>
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
        <source>CCTV DISKOMINFO</source>
        <translation>CCTV DISKOMINFO</translation>
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
        <source>Ikuti pilihan</source>
        <translation>Follow selection</translation>
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
</context>
<context>
    <name>Window</name>
    <message>
        <source>LATIHAN</source>
        <translation>LATIHAN · EXERCISE</translation>
    </message>
    <message>
        <source>Antrean kejadian</source>
        <translation>Incident queue</translation>
    </message>
    <message>
        <source>Kejadian terpilih</source>
        <translation>Selected incident</translation>
    </message>
    <message>
        <source>Penerusan</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>Papan rumah sakit</source>
        <translation>Hospital board</translation>
    </message>
    <message>
        <source>Telepon 110</source>
        <translation>Call 110</translation>
    </message>
    <message>
        <source>Daftar telepon</source>
        <translation>List of calls</translation>
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
        <source>Kebenaran papan</source>
        <translation>Truth of the board</translation>
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
        <source>Waktu tanggap</source>
        <translation>Response times</translation>
    </message>
    <message>
        <source>Catatan alarm</source>
        <translation>Alarm log</translation>
    </message>
    <message>
        <source>Meja alarm</source>
        <translation>Alarm desk</translation>
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
        <source>Pemberitahuan publik</source>
        <translation>Public notices</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Mitra dan ronda</source>
        <translation>Partners and night watch</translation>
    </message>
    <message>
        <source>Tabel triase</source>
        <translation>Triage table</translation>
    </message>
    <message>
        <source>Buku prosedur</source>
        <translation>Book of procedures</translation>
    </message>
    <message>
        <source>Jadwal kejadian</source>
        <translation>Scheduled incidents</translation>
    </message>
    <message>
        <source>Jawaban perintah</source>
        <translation>Answers to orders</translation>
    </message>
    <message>
        <source>Rute perintah</source>
        <translation>Order routes</translation>
    </message>
    <message>
        <source>Kartu rencana</source>
        <translation>Run cards</translation>
    </message>
    <message>
        <source>Jalan dan penutupan</source>
        <translation>Roads and closures</translation>
    </message>
    <message>
        <source>Regu dan apel</source>
        <translation>Regu and roll-call</translation>
    </message>
    <message>
        <source>Pembaruan program</source>
        <translation>Program updates</translation>
    </message>
    <message>
        <source>Periksa komputer ini</source>
        <translation>Check this machine</translation>
    </message>
    <message>
        <source>Tempat dan kerawanan</source>
        <translation>Places and vulnerability</translation>
    </message>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Lapsit dan laporan berkala</source>
        <translation>Lapsit and periodic reports</translation>
    </message>
    <message>
        <source>Peringatan dini</source>
        <translation>Early warnings</translation>
    </message>
    <message>
        <source>Operasi</source>
        <translation>Operations</translation>
    </message>
    <message>
        <source>Pengamanan pemilu</source>
        <translation>Election security</translation>
    </message>
    <message>
        <source>Serah terima</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Perintah dan tugas</source>
        <translation>Instructions and tasks</translation>
    </message>
    <message>
        <source>Saat itu</source>
        <translation>At that moment</translation>
    </message>
    <message>
        <source>Meja sutradara</source>
        <translation>Director&apos;s desk</translation>
    </message>
    <message>
        <source>Buku panduan</source>
        <translation>Handbook</translation>
    </message>
    <message>
        <source>Antrean</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Kejadian</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Rumah sakit</source>
        <translation>Hospitals</translation>
    </message>
    <message>
        <source>Panggilan</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Kamera</source>
        <translation>Cameras</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Angka</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Laporan</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>Sumber</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Orang</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Pemberitahuan</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Mitra</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Triase</source>
        <translation>Triage</translation>
    </message>
    <message>
        <source>Prosedur</source>
        <translation>Procedures</translation>
    </message>
    <message>
        <source>Jadwal</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Jawaban</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Rute</source>
        <translation>Routes</translation>
    </message>
    <message>
        <source>Kartu</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>Jalan</source>
        <translation>Roads</translation>
    </message>
    <message>
        <source>Regu</source>
        <translation>Regu</translation>
    </message>
    <message>
        <source>Pembaruan</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Periksa</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Lapsit</source>
        <translation>Lapsit</translation>
    </message>
    <message>
        <source>Dini</source>
        <translation>Early</translation>
    </message>
    <message>
        <source>Pemilu</source>
        <translation>Election</translation>
    </message>
    <message>
        <source>Sutradara</source>
        <translation>Director</translation>
    </message>
    <message>
        <source>Panduan</source>
        <translation>Handbook</translation>
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
        <source>Urungkan</source>
        <translation>Undo</translation>
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
        <source>PUTAR ULANG</source>
        <translation>PLAYBACK</translation>
    </message>
    <message>
        <source>P1 NYATA: %1</source>
        <translation>REAL P1: %1</translation>
    </message>
</context>
</TS>
