-- errors.lua - Go's package errors.
--
-- An error is a table whose text tostring gives; two are equal when they are
-- the same one. The second result makes errors for other libraries and for
-- fmt.Errorf.

local errors = {}

-- A kind of errors: the name of its Go type, and more methods.
local function kind(name, methods)
  methods = methods or {}
  function methods:Error()
    return self.text
  end
  return {
    __name = name,
    __index = methods,
    __tostring = function(e) return e.text end,
  }
end

local plain = kind "*errors.errorString"
local joined = kind("*errors.joinError", {
  Unwrap = function(e) return e.inner end,
})
local wraps = kind("*fmt.wrapError", {
  Unwrap = function(e) return e.inner end,
})
local wraps_many = kind("*fmt.wrapErrors", {
  Unwrap = function(e) return e.inner end,
})

function errors.New(text)
  if type(text) ~= "string" then
    error("bad argument #1 to 'New' (string expected, got " .. type(text) .. ")", 2)
  end
  return setmetatable({ text = text }, plain)
end

-- A method of an object that has a class, not of any other table.
local function method(e, name)
  local mt = type(e) == "table" and getmetatable(e)
  local index = type(mt) == "table" and mt.__index
  return type(index) == "table" and index[name] or nil
end

local function is_list(v)
  return type(v) == "table" and getmetatable(v) == nil
end

local function is(e, target)
  while e ~= nil do
    if e == target then return true end
    local same = method(e, "Is")
    if same and same(e, target) then return true end
    local unwrap = method(e, "Unwrap")
    e = unwrap and unwrap(e)
    if is_list(e) then
      for _, inner in ipairs(e) do
        if is(inner, target) then return true end
      end
      return false
    end
    if not e then return false end
  end
  return false
end

function errors.Is(e, target)
  if e == nil or target == nil then return e == target end
  return is(e, target)
end

-- What e wraps; nil when it wraps nothing, or several.
function errors.Unwrap(e)
  local unwrap = method(e, "Unwrap")
  local inner = unwrap and unwrap(e) or nil
  if is_list(inner) then return nil end
  return inner
end

function errors.Join(...)
  local list, texts = {}, {}
  for i = 1, select("#", ...) do
    local e = (select(i, ...))
    if e ~= nil then
      list[#list + 1] = e
      texts[#texts + 1] = tostring(e)
    end
  end
  if #list == 0 then return nil end
  return setmetatable({ text = table.concat(texts, "\n"), inner = list }, joined)
end

local aid = {}

-- An error of another kind.
function aid.make(text, mt)
  return setmetatable({ text = text }, mt)
end

aid.kind = kind

-- What fmt.Errorf returns: the text, and the errors it wraps.
function aid.wrap(text, first, ...)
  if first == nil then
    return errors.New(text)
  elseif select("#", ...) == 0 then
    return setmetatable({ text = text, inner = first }, wraps)
  end
  return setmetatable({ text = text, inner = { first, ... } }, wraps_many)
end

return errors, aid
