local _ <close> = defer(function() panic("second") end)
panic("first")
