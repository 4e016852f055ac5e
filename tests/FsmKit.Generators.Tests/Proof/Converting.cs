namespace FsmKit.Generators.Tests.Proof;

/// <summary>Operators, conversions and texts.</summary>
internal static class Converting
{
    private static readonly IReadOnlyList<CallBack> Operators =
    [
        .. new[] { "B.O + B.O", "B.O - B.O", "B.O < B.O", "B.O == B.O", "!B.O", "~B.O", "-B.O", "B.O && B.O", "B.O || B.O", "B.O + 1", "B.O << 2" }
            .SelectMany(static one => new[]
            {
                new CallBack($"{one} of a class", "public Evil O; public object R", "B.O = new();", $"B.R = {one};"),
                new CallBack($"{one} of a struct", "public EvilValue O; public object R", "", $"B.R = {one};"),
            }),
        new("++ of a class", "public Evil O", "B.O = new();", "B.O++;"),
        new("-- of a struct", "public EvilValue O", "", "--B.O;"),
        new("++ through conversions", "public Number O", "", "B.O++;"),
        new("++ by an operator of its own", "public Counter O", "B.O = new();", "++B.O;"),
        new("+= by an operator of its own", "public Counter O", "B.O = new();", "B.O += 3;"),
        new("+= of a class", "public Evil O", "B.O = new();", "B.O += 1;"),
        new("+= through conversions", "public Number O", "", "B.O += 1;"),
        new("operator true", "public Evil O", "B.O = new();", "if (B.O) { }"),
        new("operator true in a loop", "public EvilValue O; public int N", "", "while (B.O) { if (B.N++ > 2) { break; } }"),
        new("operator true in a conditional", "public Evil O; public int N", "B.O = new();", "B.N = B.O ? 1 : 2;"),
        new("a lifted operator", "public EvilValue? O; public object R", "B.O = new EvilValue();", "B.R = B.O + B.O;"),
        new("a static abstract operator", "public EvilMath O; public object R", "", "B.R = Twice(B.O); static T Twice<T>(T one) where T : System.Numerics.IAdditionOperators<T, T, T> => one + one;"),
        new("operators of dynamic", "public dynamic O; public object R", "B.O = new Evil();", "B.R = B.O + B.O;"),
    ];

    private static readonly IReadOnlyList<CallBack> Conversions =
    [
        new("an implicit conversion", "public Number O; public int N", "", "B.N = B.O;"),
        new("an implicit conversion to it", "public Number O; public int N", "", "B.O = B.N;"),
        new("an explicit conversion", "public Evil O; public string N", "B.O = new();", "B.N = (string)B.O;"),
        new("a conversion of an argument", "public Number O; public int N", "", "B.N = Math.Max(B.O, 1);"),
        new("a conversion of an index", "public Number O; public int[] L", "B.L = [1, 2];", "_ = B.L[B.O];"),
        new("a conversion of a loop's element", "public int[] L", "B.L = [1];", "foreach (Number one in B.L) { }"),
        new("a conversion of a spread element", "public int[] L; public Number[] M", "B.L = [1];", "B.M = [.. B.L];"),
        new("a conversion of an element", "public int N; public Number[] M", "", "B.M = [B.N];"),
        new("a conversion in a deconstruction", "public (int, int) T; public Number O; public int N", "", "(B.O, B.N) = B.T;"),
        new("a conversion of a tuple", "public (int, int) T; public (Number, int) U", "", "B.U = B.T;"),
        new("a conversion of a nested tuple", "public ((int, int), int) T; public ((Number, int), int) U", "", "B.U = B.T;"),
        new("a conversion of a tuple that may be null", "public (int, int)? T; public (Number, int)? U", "B.T = (1, 2);", "B.U = B.T;"),
        new("a conversion of a literal tuple", "public int N; public (Number, int) U", "", "B.U = (B.N, 2);"),
        new("a conversion in ??", "public Number? O; public int N", "B.O = new Number();", "B.N = B.O ?? 3;"),
        new("a lifted conversion", "public Number? O; public int? N", "B.O = new Number();", "B.N = B.O;"),
        new("a conversion in a conditional", "public Number O; public int N", "", "B.N = B.N == 0 ? B.O : 3;"),
        new("a conversion in a switch", "public Number O; public int N", "", "B.N = B.N switch { 0 => B.O, _ => 1 };"),
        new("a conversion of what is switched on", "public Number O; public int N", "", "switch ((int)B.O) { case 1: B.N = 2; break; }"),
        new("a conversion that a switch makes", "public Number O; public int N", "", "switch (B.O) { case 1: B.N = 2; break; }"),
        new("a conversion of dynamic", "public dynamic O; public int N", "B.O = new Number();", "B.N = B.O;"),
        new("a conversion that is returned", "public Number O; public int N", "", "B.N = Local(B); static int Local(Box B) => B.O;"),
        new("a cast that asks the object", "public object O", "B.O = new EvilCastable();", "_ = (IDisposable)B.O;"),
        new("an is that asks the object", "public object O; public bool N", "B.O = new EvilCastable();", "B.N = B.O is IDisposable;"),
        new("an as that asks the object", "public object O; public object R", "B.O = new EvilCastable();", "B.R = B.O as IDisposable;"),
        new("a pattern that asks the object", "public object O; public bool N", "B.O = new EvilCastable();", "B.N = B.O is IDisposable { };"),
        new("an unboxing", "public IConvertible O", "B.O = new EvilConvertible();", "_ = Convert.ToInt32(B.O);"),
        new("Convert.ChangeType", "public object O", "B.O = new EvilConvertible();", "Convert.ChangeType(B.O, typeof(int));"),
        new("CurrentState in a conversion", "private struct Status { public static implicit operator Status(State s) { Hook.Back(); return default; } } private Status O", "", "B.O = CurrentState;"),
        new("CurrentState in an operator", "private struct Status { public static bool operator ==(State a, Status b) => Hook.Back() == 1; public static bool operator !=(State a, Status b) => Hook.Back() == 1; } private Status O; public bool N", "", "B.N = CurrentState == B.O;"),
        new("ChangeState of a conversion", "private struct Status { public static implicit operator State(Status s) { Hook.Back(); return State.S0; } } private Status O", "", "ChangeState(B.O);"),
    ];

    private static readonly IReadOnlyList<CallBack> Texts =
    [
        new("ToString", "public object O", "B.O = new Evil();", "_ = B.O.ToString();"),
        new("ToString of a struct", "public EvilValue O", "", "_ = B.O.ToString();"),
        new("a text with +", "public Evil O; public string T", "B.O = new();", "B.T = \"a\" + B.O.Other;"),
        new("a text with + of an object", "public object O; public string T", "B.O = new Evil();", "B.T = \"a\" + B.O;"),
        new("a text with += of an object", "public object O; public string T", "B.O = new Evil();", "B.T += B.O;"),
        new("a text with + of a struct", "public Plain O; public string T", "", "B.T = \"a\" + B.O;"),
        new("a text with + of a generic", "public Plain O; public string T", "", "B.T = Text(B.O); static string Text<T>(T one) => \"a\" + one;"),
        new("an interpolation", "public object O; public string T", "B.O = new Evil();", "B.T = $\"{B.O}\";"),
        new("an interpolation with a format", "public EvilFormattable O; public string T", "B.O = new();", "B.T = $\"{B.O:x}\";"),
        new("an interpolation of a struct", "public Plain O; public string T", "", "B.T = $\"{B.O,5}\";"),
        new("a FormattableString", "public object O; public FormattableString T", "B.O = new Evil();", "B.T = $\"{B.O}\"; _ = B.T.ToString();"),
        new("an interpolated string handler", "public int N", "", "Hook.Take($\"{1}\");"),
        new("a culture in an interpolation", "public int N; public string T", "B.N = -1; System.Globalization.CultureInfo.CurrentCulture = new EvilCulture();", "B.T = $\"{B.N}\";"),
        new("a culture in a sum", "public double N; public string T", "B.N = -1.5; System.Globalization.CultureInfo.CurrentCulture = new EvilCulture();", "B.T = \"a\" + B.N;"),
        new("a culture in ToString", "public int N; public string T", "B.N = -1; System.Globalization.CultureInfo.CurrentCulture = new EvilCulture();", "B.T = B.N.ToString();"),
        new("a culture in a date", "public DateTime N; public string T", "System.Globalization.CultureInfo.CurrentCulture = new EvilCulture();", "B.T = B.N.ToString();"),
        new("a culture in an enum", "public DayOfWeek N; public string T", "B.N = (DayOfWeek)(-3); System.Globalization.CultureInfo.CurrentCulture = new EvilCulture();", "B.T = $\"{B.N}\";"),
        new("a culture in a comparison", "public string T", "B.T = \"a\"; System.Globalization.CultureInfo.CurrentCulture = new EvilCulture();", "_ = string.Compare(B.T, \"B\");"),
        new("a culture in CompareTo", "public string T", "B.T = \"a\"; System.Globalization.CultureInfo.CurrentCulture = new EvilCulture();", "_ = B.T.CompareTo(\"B\");"),
        new("a culture in StartsWith", "public string T", "B.T = \"a\"; System.Globalization.CultureInfo.CurrentCulture = new EvilCulture();", "_ = B.T.StartsWith(\"B\");"),
        new("a culture in IndexOf", "public string T", "B.T = \"a\"; System.Globalization.CultureInfo.CurrentCulture = new EvilCulture();", "_ = B.T.IndexOf(\"B\", StringComparison.CurrentCulture);"),
        new("a culture in ToUpper", "public string T", "B.T = \"a\"; System.Globalization.CultureInfo.CurrentCulture = new EvilCulture();", "_ = B.T.ToUpper();"),
        new("a culture in Parse", "public string T", "B.T = \"-1\"; System.Globalization.CultureInfo.CurrentCulture = new EvilCulture();", "_ = int.Parse(B.T);"),
        new("a culture in a StringBuilder", "public System.Text.StringBuilder T", "B.T = new(); System.Globalization.CultureInfo.CurrentCulture = new EvilCulture();", "B.T.Append(-1);"),
        new("a provider", "public IFormatProvider P", "B.P = new EvilProvider();", "_ = (-1).ToString(B.P);"),
        new("a provider in string.Format", "public IFormatProvider P", "B.P = new EvilProvider();", "_ = string.Format(B.P, \"{0}\", 1);"),
        new("string.Format", "public object O", "B.O = new Evil();", "_ = string.Format(\"{0}\", B.O);"),
        new("string.Concat", "public object O", "B.O = new Evil();", "_ = string.Concat(1, B.O);"),
        new("string.Concat of a sequence", "public IEnumerable<string> O", "B.O = Hook.Strings();", "_ = string.Concat(B.O);"),
        new("string.Join", "public object[] O", "B.O = [new Evil()];", "_ = string.Join(' ', B.O);"),
        new("StringBuilder.Append", "public System.Text.StringBuilder T; public object O", "B.T = new(); B.O = new Evil();", "B.T.Append(B.O);"),
        new("StringBuilder.Append of a text in parts", "public System.Text.StringBuilder T; public object O", "B.T = new(); B.O = new Evil();", "B.T.Append($\"{B.O}\");"),
        new("StringBuilder.AppendJoin", "public System.Text.StringBuilder T; public object[] O", "B.T = new(); B.O = [new Evil()];", "B.T.AppendJoin(\"\", B.O);"),
        new("StringBuilder.AppendFormat", "public System.Text.StringBuilder T; public object O", "B.T = new(); B.O = new Evil();", "B.T.AppendFormat(\"{0}\", B.O);"),
        new("a record's text", "public Note O", "B.O = new(new());", "_ = B.O.ToString();"),
        new("a record struct's text", "public Pair O; public string T", "B.O = new(1, new());", "B.T = $\"{B.O}\";"),
        new("a tuple's text", "public (int, Evil) O; public string T", "B.O = (1, new());", "B.T = B.O.ToString();"),
        new("a Nullable's text", "public Plain? O; public string T", "B.O = new Plain();", "B.T = B.O.ToString();"),
        new("an encoding's fallback", "public System.Text.Encoding E", "B.E = new EvilEncoding();", "_ = B.E.GetByteCount(\"a\");"),
        new("an encoding", "public System.Text.Encoding E", "B.E = System.Text.Encoding.GetEncoding(\"us-ascii\", new EvilFallback(), System.Text.DecoderFallback.ReplacementFallback);", "_ = B.E.GetBytes(\"\\u00e9\");"),
        new("an exception's text", "public Exception X", "B.X = new Oops();", "_ = B.X.Message;"),
        new("JsonSerializer", "public Model M", "B.M = new() { Loud = true };", "_ = System.Text.Json.JsonSerializer.Serialize(B.M);"),
    ];

    public static IReadOnlyList<CallBack> All { get; } = [.. Operators, .. Conversions, .. Texts];
}
