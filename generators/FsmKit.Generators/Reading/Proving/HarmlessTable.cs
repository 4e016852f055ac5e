namespace FsmKit.Generators.Reading.Proving;

/// <summary>
/// The members of .NET that an action may call without leading back to the gobj. docs/run-to-completion.md shows this table; a test keeps
/// both equal and looks up each member.
/// </summary>
/// <remarks>
/// The table has only members that cannot be overridden and that call nothing replaceable: no culture, no comparer of the author, no
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
        "These members take and return numbers. The conversion of numbers to text is missing, because it uses the current culture, which can be a class of the author.",
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
        "These members read characters. Members that use the current culture are missing: comparison, search for a string without StringComparison.Ordinal, ToUpper, formatting.",
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
        "These members read the system clock or compute with values. TimeProvider is missing, because every program can derive a class from it.",
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
        "These members copy and slice memory. Memory<T>.Span is missing, because it can call a MemoryManager<T>, from which every program can derive a class.",
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
        "Members of these types cannot be overridden. A member that compares elements needs elements with the equality of .NET. A member that calls a comparer "
        + "needs a collection that is seen to be created without one. Sorting is missing, because it compares texts by the current culture.",
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
        "These members read or write one value, or create an exception. After a throw the rest of the action does not run, because an action with try is not harmless.",
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

    /// <summary>All groups, in the order of the page.</summary>
    public static IReadOnlyList<HarmlessGroup> Groups { get; } = [Arithmetic, Text, Time, Spans, Collections, Plumbing];

    private static IEnumerable<HarmlessMembers> Of(string members, params string[] types) => types.Select(type => new HarmlessMembers("System." + type, Condition.None, members));
}
