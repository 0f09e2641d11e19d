// fmt_go prints the cases of fmt_go.lua: formats, arguments, and what Go's
// fmt.Sprintf makes of them.
//
//	go run tests/fmt_go.go > tests/fmt_go.lua
package main

import (
	"errors"
	"fmt"
	"math"
	"math/rand"
	"strings"
)

// A value with its Lua twin.
type value struct {
	v   any
	lua string
}

func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c > '~':
			fmt.Fprintf(&b, "\\%03d", c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func float(f float64) value {
	switch {
	case math.IsInf(f, 1):
		return value{f, "1/0"}
	case math.IsInf(f, -1):
		return value{f, "-1/0"}
	case math.IsNaN(f):
		return value{f, "-(0/0)"}
	}
	return value{f, fmt.Sprintf("%x", f)}
}

func integer(i int) value {
	if i == math.MinInt64 {
		return value{i, "math.mininteger"}
	}
	return value{i, fmt.Sprint(i)}
}

func str(s string) value { return value{s, quote(s)} }

var values = []value{
	integer(0), integer(1), integer(-1), integer(42), integer(-42), integer(255),
	integer(65), integer(0x4e16), integer(0x1f600), integer(1114111), integer(1114112), integer(10),
	integer(39), integer(92), integer(173), integer(math.MaxInt64), integer(math.MinInt64), integer(-123456),
	float(0), float(math.Copysign(0, -1)), float(1.5), float(-2.25), float(0.1), float(1e6 + 0.5), float(1e21 + 1e5),
	float(123456789.5), float(1e-7), float(-1e100), float(math.MaxFloat64), float(5e-324),
	float(math.Inf(1)), float(math.Inf(-1)), float(math.NaN()), float(3.14159265358979), float(2.5e-5), float(0.5), float(99.995),
	str(""), str("x"), str("gopher"), str("h\u00e9\u00e9"), str("\u4e16\u754c"), str("tab\tnew\nline\\ \"q\" `b`"),
	str("bad \xff\xc3 bytes"), str("\x00\x7f\u00a0\u200b\ufeff\U0001f600"), str("it's"),
	{true, "true"}, {false, "false"}, {nil, "nil"},
	{errors.New("an error"), "errors.New(\"an error\")"},
	{[]any{}, "{}"}, {[]any{1, 2, 3}, "{1, 2, 3}"}, {[]any{"a", "b c", 2.5, true}, "{\"a\", \"b c\", 2.5, true}"},
	{map[any]any{"a": 1, "b": "two"}, "{b = \"two\", a = 1}"},
	{map[any]any{-1: "m", 0: "z", 7: "s"}, "{[7] = \"s\", [-1] = \"m\", [0] = \"z\"}"},
	{[]any{[]any{1, "x"}, map[any]any{"k": []any{}}}, "{{1, \"x\"}, {k = {}}}"},
	{map[any]any{2.5: true, -0.5: 7, 1e9 + 0.5: "x"}, "{[1e9 + 0.5] = \"x\", [2.5] = true, [-0.5] = 7}"},
	{map[any]any{"k": errors.New("inner")}, "{k = errors.New(\"inner\")}"},
}

// What the two differ in on purpose: %d of a whole float, %p and %T of tables
// and errors, Go's view of an error's insides.
func skip(verb string, v value) bool {
	switch x := v.v.(type) {
	case float64:
		return verb == "d" && x == math.Trunc(x)
	case error:
		return strings.ContainsAny(verb, "pTwdtfFeEgGbocUOz\u00e9") || verb == "#v"
	case []any:
		for _, e := range x {
			if skip(verb, value{e, ""}) {
				return true
			}
		}
		return verb == "p"
	case map[any]any:
		for k, e := range x {
			if skip(verb, value{k, ""}) || skip(verb, value{e, ""}) {
				return true
			}
		}
		return verb == "p"
	}
	return false
}

func one(format string, args ...value) {
	var a []any
	lua := ""
	for _, x := range args {
		a = append(a, x.v)
		lua += ", " + x.lua
	}
	fmt.Printf("{%s, %s%s},\n", quote(fmt.Sprintf(format, a...)), quote(format), lua)
}

func pick(r *rand.Rand, list ...string) string { return list[r.Intn(len(list))] }

func random(r *rand.Rand) {
	for n := 0; n < 1500; {
		v := values[r.Intn(len(values))]
		verb := pick(r, "v", "v", "d", "s", "q", "t", "f", "e", "E", "g", "G", "x", "X", "o", "O", "b", "c", "U", "T", "F", "w", "z", "\u00e9")
		flags := ""
		for r.Intn(3) == 0 {
			flags += pick(r, "#", "0", "+", "-", " ")
		}
		if skip(verb, v) || strings.Contains(flags, "#") && verb == "v" && skip("#v", v) {
			continue
		}
		if e, ok := v.v.(map[any]any); ok && strings.Contains(flags, "#") && verb == "v" {
			if _, ok := e["k"]; ok {
				continue
			}
		}
		width := pick(r, "", "", "", "1", "8", "12", "20", "3")
		prec := pick(r, "", "", "", ".", ".0", ".1", ".3", ".10", ".25")
		one("%"+flags+width+prec+verb, v)
		n++
	}
}

func shortest(r *rand.Rand) {
	for e := -1074; e <= 1023; e += 7 {
		one("%v", float(math.Ldexp(1, e)))
	}
	for i := 0; i < 120; i++ {
		f := math.Float64frombits(r.Uint64())
		if math.IsNaN(f) {
			continue
		}
		one("%v", float(f))
		one("%.*g", integer(r.Intn(19)), float(f))
		one("%.*x", integer(r.Intn(16)), float(f))
	}
	for i := 0; i < 100; i++ {
		one("%v", float(float64(r.Intn(1000000))/float64([]int{1, 10, 1000, 100000}[r.Intn(4)])+0.5))
	}
}

func formats() {
	i, j, s := integer(1), integer(2), str("x")
	one("plain")
	one("100%%")
	one("%%|%5%|%-05%|")
	one("%d")
	one("%d %d", i)
	one("%d", i, j)
	one("%d", i, s, value{nil, "nil"}, float(2.5), value{true, "true"})
	one("%", i)
	one("%!", i)
	one("%5", i)
	one("%.", i)
	one("%-", i)
	one("%*d|", integer(5), i)
	one("%-*d|", integer(5), i)
	one("%*d|", integer(-5), i)
	one("%0*d|", integer(5), i)
	one("%0*d|", integer(-5), i)
	one("%*d", s, i)
	one("%*d", integer(10000000), i)
	one("%*d")
	one("%.*f|", integer(2), float(3.14159))
	one("%.*f|", integer(-2), float(3.14159))
	one("%.*f|", s, float(3.14159))
	one("%*.*f|", integer(8), integer(2), float(3.14159))
	one("%[2]d %[1]d", i, j)
	one("%[2]d", i, j)
	one("%[2]*[1]d|", i, integer(5))
	one("%[3]*.[2]*[1]f|", float(12), integer(2), integer(6))
	one("%6.2f|", float(12))
	one("%[1]d %d %d", i, j)
	one("%[5]d", i)
	one("%[0]d", i)
	one("%[-1]d", i)
	one("%[x]d", i)
	one("%[]d", i)
	one("%[1", i)
	one("%[1]", i)
	one("%[1]2d", i)
	one("%[1].2d", i)
	one("%.[1]2d", i)
	one("%3.[2]d", i, j)
	one("%[1]-3d|", i)
	one("%v %[3]*.[2]*[1]f|", float(12), integer(2), integer(6))
	one("%99999999999d", i)
	one("%.99999999999d", i)
	one("%s %v %d", s)
	one("%\xff", i)
	one("%\u4e16", s)
	one("%d%", i)
	one("%#d %#o %#b %#x %#X %#O", i, j, i, j, i, j)
	one("%-+8d|% 8d|%+-8d|%- 08d|", i, j, i, j)
	one("%T %T %T %T %T %T", i, float(1.5), s, value{true, "true"}, value{nil, "nil"}, float(2))
	one("%6T|%.2T|", i, s)
	one("%T %T", value{[]any{1}, "{1}"}, value{map[any]any{"a": 1}, "{a = 1}"})
	one("%p %p %p", i, s, value{nil, "nil"})
	one("% x|% X|%# x|%#x|%x", str("hello"), str("hi"), str("hello"), str("hello"), str(""))
	one("%06s|%-06s|%06q|%06v|%06t", s, s, s, s, value{true, "true"})
	one("%+q %#q %#q %+q", str("\u4e16"), str("a`b"), str("ab\t"), integer(0x4e16))
	one("%c%c%c", integer(0x4e16), integer(-1), integer(0xd800))
	one("%U %#U %#.6U %12U|", integer(0x4e16), integer(0x4e16), integer(0x4e16), integer(10))
	one("%+v %+v", i, float(2.5))
	one("%x %X %x", integer(-255), integer(255), integer(math.MinInt64))
	one("%w", s)
}

func main() {
	r := rand.New(rand.NewSource(1))
	fmt.Println("-- Made by fmt_go.go: what Go's fmt.Sprintf gives, format, arguments.")
	fmt.Println("return {")
	formats()
	random(r)
	shortest(r)
	fmt.Println("}")
}
