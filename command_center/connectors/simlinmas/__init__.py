"""Simlinmas of the Ministry of Home Affairs: activity reports, strength and vulnerability of the
Linmas. Its interface is not public: ours is the mapping file `simlinmas`."""
