source again.lua
