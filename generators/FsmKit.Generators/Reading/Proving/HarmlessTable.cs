namespace FsmKit.Generators.Reading.Proving;

/// <summary>
/// The members of .NET that an action may call and still be seen to lead nowhere. docs/run-to-completion.md shows this table; a test keeps the
/// two in step and looks each member up.
/// </summary>
/// <remarks>
/// Only what cannot be overridden stands here, and only what asks nothing that can be replaced: no culture, no comparer of the author's, no
/// listener, no console, no clock that is a parameter.
/// </remarks>
internal static class HarmlessTable
{
    private const string Number = "Clamp CompareTo Equals GetHashCode Max Min Sign";
    private const string Unsigned = Number + " DivRem IsEvenInteger IsOddInteger IsPow2 LeadingZeroCount Log2 PopCount RotateLeft RotateRight TrailingZeroCount";
    private const string Signed = Unsigned + " Abs CopySign IsNegative IsPositive";
    private const string Floating =
        Number + " operators Abs CopySign IsEvenInteger IsOddInteger IsFinite IsInfinity IsNaN IsNegative IsPositive IsPow2 Log2 Floor Ceiling Round Truncate";

    private const string Thrown = ".ctor .ctor(string,Exception)";

    private static readonly HarmlessGroup Arithmetic = new(
        "Arithmetic",
        "They take numbers and return numbers. Texts of numbers are missing: they ask the current culture, which can be a class of the author's.",
        [
            .. Of(Unsigned, "Byte", "UInt16", "UInt32", "UInt64"),
            .. Of(Signed, "SByte", "Int16", "Int32", "Int64"),
            .. Of(Unsigned + " operators", "UIntPtr", "UInt128"),
            .. Of(Signed + " operators", "IntPtr", "Int128"),
            .. Of(Floating, "Single", "Double", "Half"),
            .. Of(Number + " operators Abs CopySign IsEvenInteger IsOddInteger IsNegative IsPositive Floor Ceiling Round Truncate", "Decimal"),
            new("System.Math", Condition.None, "*"),
            new("System.MathF", Condition.None, "*"),
            new("System.Numerics.BitOperations", Condition.None, "*"),
            new("System.Buffers.Binary.BinaryPrimitives", Condition.None, "*"),
            new("System.Boolean", Condition.None, "Equals CompareTo GetHashCode ToString()"),
            new("System.Enum", Condition.None, "HasFlag(Enum)"),
            new("System.Guid", Condition.None, "operators .ctor NewGuid Equals CompareTo GetHashCode ToByteArray TryWriteBytes"),
            new("System.Index", Condition.None, "operators .ctor Value IsFromEnd GetOffset FromStart FromEnd Start End"),
            new("System.Range", Condition.None, ".ctor Start End StartAt EndAt All GetOffsetAndLength"),
        ]);

    private static readonly HarmlessGroup Text = new(
        "Text",
        "They look at characters. Missing is what the current culture decides: comparing, searching a string without StringComparison.Ordinal, ToUpper, formatting.",
        [
            new("System.Char", Condition.None,
                "CompareTo Equals GetHashCode ToString() ToString(char) IsAscii IsAsciiDigit IsAsciiHexDigit IsAsciiLetter IsAsciiLetterLower IsAsciiLetterOrDigit "
                + "IsAsciiLetterUpper IsBetween IsControl IsDigit IsHighSurrogate IsLetter IsLetterOrDigit IsLower IsLowSurrogate IsNumber IsPunctuation IsSeparator "
                + "IsSurrogate IsSymbol IsUpper IsWhiteSpace ToLowerInvariant ToUpperInvariant"),
            new("System.String", Condition.None,
                "operators .ctor Length this[] Concat Join IsNullOrEmpty IsNullOrWhiteSpace Substring Trim TrimStart TrimEnd PadLeft PadRight Insert Remove "
                + "Contains Replace Split ToCharArray ToLowerInvariant ToUpperInvariant CompareOrdinal CopyTo TryCopyTo Equals GetHashCode IndexOfAny LastIndexOfAny "
                + "IndexOf(char) IndexOf(char,int) IndexOf(char,int,int) IndexOf(string,StringComparison) IndexOf(string,int,StringComparison) "
                + "LastIndexOf(char) LastIndexOf(char,int) LastIndexOf(string,StringComparison) "
                + "StartsWith(char) StartsWith(string,StringComparison) EndsWith(char) EndsWith(string,StringComparison) ToString()"),
            new("System.Text.StringBuilder", Condition.None,
                ".ctor() .ctor(int) .ctor(string) Length Capacity this[] Clear Remove ToString() ToString(int,int) Append(string) Append(char) Append(bool) Append(char,int) "
                + "Append(ReadOnlySpan<char>) AppendLine() AppendLine(string) Insert(int,string) Insert(int,char) Replace(char,char) Replace(string,string)"),
        ]);

    private static readonly HarmlessGroup Time = new(
        "Time",
        "They read the machine's clock or compute with values. TimeProvider is missing: it is a class that anybody can derive from.",
        [
            new("System.DateTime", Condition.None,
                "operators .ctor Now UtcNow Today Add AddDays AddHours AddMilliseconds AddMinutes AddMonths AddSeconds AddTicks AddYears Subtract Compare CompareTo Equals "
                + "GetHashCode Date Day DayOfWeek DayOfYear Hour Kind Millisecond Minute Month Second Ticks TimeOfDay Year SpecifyKind DaysInMonth IsLeapYear"),
            new("System.DateTimeOffset", Condition.None,
                "operators .ctor Now UtcNow Add AddDays AddHours AddMilliseconds AddMinutes AddMonths AddSeconds AddTicks AddYears Subtract Compare CompareTo Equals "
                + "GetHashCode Date DateTime Day DayOfWeek DayOfYear Hour Millisecond Minute Month Offset Second Ticks TimeOfDay UtcDateTime UtcTicks Year "
                + "FromUnixTimeMilliseconds FromUnixTimeSeconds ToUnixTimeMilliseconds ToUnixTimeSeconds ToOffset ToUniversalTime"),
            new("System.TimeSpan", Condition.None,
                "operators .ctor Add Subtract Multiply Divide Negate Duration Compare CompareTo Equals GetHashCode Days Hours Minutes Seconds Milliseconds Ticks TotalDays "
                + "TotalHours TotalMinutes TotalSeconds TotalMilliseconds FromDays FromHours FromMinutes FromSeconds FromMilliseconds FromMicroseconds FromTicks"),
            new("System.DateOnly", Condition.None, "operators .ctor AddDays AddMonths AddYears CompareTo Equals GetHashCode Day DayNumber DayOfWeek DayOfYear Month Year FromDateTime FromDayNumber"),
            new("System.TimeOnly", Condition.None, "operators .ctor Add AddHours AddMinutes CompareTo Equals GetHashCode Hour Minute Second Millisecond Ticks FromDateTime FromTimeSpan ToTimeSpan"),
            new("System.Diagnostics.Stopwatch", Condition.None,
                ".ctor GetTimestamp GetElapsedTime Start Stop Reset Restart StartNew Elapsed ElapsedMilliseconds ElapsedTicks IsRunning"),
            new("System.Environment", Condition.None, "TickCount TickCount64 CurrentManagedThreadId ProcessorCount"),
        ]);

    private static readonly HarmlessGroup Spans = new(
        "Arrays and spans",
        "They copy and cut memory. Memory<T>.Span is missing: it asks a MemoryManager<T>, which anybody can derive from.",
        [
            new("System.Array", Condition.Moves, "Length LongLength Rank GetLength Empty Fill Reverse Resize Clear(Array) Clear(Array,int,int)"),
            new("System.Buffer", Condition.None, "BlockCopy(Array,int,Array,int,int)"),
            new("System.Span`1", Condition.Moves, "operators .ctor Empty Length IsEmpty this[] Slice CopyTo TryCopyTo ToArray Clear Fill"),
            new("System.ReadOnlySpan`1", Condition.Moves, "operators .ctor Empty Length IsEmpty this[] Slice CopyTo TryCopyTo ToArray"),
            new("System.Memory`1", Condition.Moves, "operators .ctor Empty Length IsEmpty Slice"),
            new("System.ReadOnlyMemory`1", Condition.Moves, "operators .ctor Empty Length IsEmpty Slice"),
            new("System.ArraySegment`1", Condition.Moves, ".ctor Array Count Offset this[] Slice"),
            new("System.MemoryExtensions", Condition.Moves, "AsSpan AsMemory"),
            new("System.MemoryExtensions", Condition.Compares, "SequenceEqual IndexOf LastIndexOf Contains StartsWith EndsWith"),
        ]);

    private static readonly HarmlessGroup Collections = new(
        "Collections",
        "Their members cannot be overridden. What compares needs elements whose equality is .NET's own; what asks a comparer needs a collection that is "
        + "seen to be made without one. Sorting is missing: it compares texts by the current culture.",
        [
            new("System.Collections.Generic.List`1", Condition.Moves,
                ".ctor .ctor(IEnumerable<T>) Add AddRange(IEnumerable<T>) InsertRange(int,IEnumerable<T>) Clear Count Capacity this[] Insert RemoveAt RemoveRange Reverse ToArray "
                + "GetRange EnsureCapacity TrimExcess CopyTo"),
            new("System.Collections.Generic.List`1", Condition.Compares, "Contains IndexOf LastIndexOf Remove"),
            new("System.Collections.Generic.Queue`1", Condition.Moves, ".ctor Enqueue Dequeue Peek TryDequeue TryPeek Count Clear ToArray EnsureCapacity"),
            new("System.Collections.Generic.Stack`1", Condition.Moves, ".ctor Push Pop Peek TryPop TryPeek Count Clear ToArray EnsureCapacity"),
            new("System.Collections.Generic.Dictionary`2", Condition.Moves, ".ctor Count Clear Keys Values"),
            new("System.Collections.Generic.Dictionary`2", Condition.AsksComparer, "this[] Add TryAdd TryGetValue ContainsKey Remove"),
            new("System.Collections.Generic.Dictionary`2+KeyCollection", Condition.None, "Count"),
            new("System.Collections.Generic.Dictionary`2+ValueCollection", Condition.None, "Count"),
            new("System.Collections.Generic.HashSet`1", Condition.Moves, ".ctor Count Clear"),
            new("System.Collections.Generic.HashSet`1", Condition.AsksComparer, "Add Contains Remove"),
            new("System.Collections.Generic.KeyValuePair`2", Condition.Moves, ".ctor Key Value Deconstruct"),
        ]);

    private static readonly HarmlessGroup Plumbing = new(
        "Plumbing",
        "They read or write one word, or make an exception. After a throw nothing of the action runs any more, as code with try is not seen through.",
        [
            new("System.Nullable`1", Condition.None, ".ctor HasValue Value GetValueOrDefault"),
            new("System.Object", Condition.None, ".ctor() GetType() ReferenceEquals(object,object)"),
            new("System.Threading.Interlocked", Condition.Moves, "Increment Decrement Add And Or Exchange CompareExchange Read MemoryBarrier"),
            new("System.Threading.Volatile", Condition.Moves, "Read Write"),
            new("System.Threading.CancellationToken", Condition.None, "IsCancellationRequested CanBeCanceled None"),
            new("System.ArgumentNullException", Condition.None, "ThrowIfNull(object,string)"),
            .. Of(
                Thrown,
                "Exception", "InvalidOperationException", "ArgumentException", "ArgumentNullException", "ArgumentOutOfRangeException", "NotSupportedException", "FormatException",
                "NotImplementedException", "OverflowException", "ArithmeticException", "DivideByZeroException", "IndexOutOfRangeException", "InvalidCastException", "TimeoutException",
                "ObjectDisposedException", "Collections.Generic.KeyNotFoundException", "Diagnostics.UnreachableException", "IO.InvalidDataException"),
            new("System.ArgumentOutOfRangeException", Condition.None, ".ctor(string,object,string)"),
        ]);

    /// <summary>Everything, in the order of the page.</summary>
    public static IReadOnlyList<HarmlessGroup> Groups { get; } = [Arithmetic, Text, Time, Spans, Collections, Plumbing];

    private static IEnumerable<HarmlessMembers> Of(string members, params string[] types) => types.Select(type => new HarmlessMembers("System." + type, Condition.None, members));
}
