"""The page over HTTP: started, guarded, with its downloads."""
