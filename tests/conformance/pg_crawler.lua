local web = {
  home = { "docs", "blog", "about" },
  docs = { "home", "api", "tour" },
  blog = { "home", "post1", "post2", "post3" },
  api = { "docs", "missing" },
  tour = { "docs", "api" },
  post1 = { "blog" }, post2 = { "blog", "post1" }, post3 = { "about" },
  about = {},
}
local mu, seen, errors_ = sync.Mutex(), {}, {}
local limit, wg = chan(3), sync.WaitGroup()
local function crawl(page)
  mu:Lock()
  local new = not seen[page]
  seen[page] = true
  mu:Unlock()
  if not new then return end
  wg:Go(function()
    limit:send(true)
    time.Sleep(time.Millisecond)
    local links = web[page]
    limit:recv()
    if not links then
      mu:Lock()
      errors_[#errors_ + 1] = "not found: " .. page
      mu:Unlock()
      return
    end
    for _, link in ipairs(links) do crawl(link) end
  end)
end
crawl("home")
wg:Wait()
local pages = {}
for page in pairs(seen) do pages[#pages + 1] = page end
table.sort(pages)
fmt.Println(#pages, pages)
fmt.Println(errors_)
