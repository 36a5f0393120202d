"""How a camera is reached: addresses, connections, playlists, single pictures, as one container."""
