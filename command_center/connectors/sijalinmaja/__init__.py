"""Sijalinmaja of Satpol PP Jawa Timur: cases come in and are routed by authority, what became of
them goes back under both numbers. Its interface is not public: ours is the mapping file
`sijalinmaja`."""
