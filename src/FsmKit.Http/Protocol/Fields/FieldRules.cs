using System.Runtime.CompilerServices;

namespace FsmKit.Http;

/// <summary>Rules for a block of field lines.</summary>
/// <param name="MaxBytes">Longest block in bytes, its blank line included.</param>
/// <param name="MaxLineBytes">Longest line in bytes, CR LF included.</param>
/// <param name="MaxLines">Largest number of lines.</param>
/// <param name="Once">Names that may occur once.</param>
/// <param name="Refused">Names that must not occur.</param>
/// <param name="Dropped">Names whose lines are dropped.</param>
/// <param name="Block">Name of the block in faults.</param>
/// <param name="Line">Name of a line in faults, before its number.</param>
internal sealed record FieldRules(
    int MaxBytes, int MaxLineBytes, int MaxLines, HeaderSet Once, HeaderSet Refused, HeaderSet Dropped, string Block, string Line)
{
    public static FieldRules OfRequests(HttpLimits limits) =>
        OfHeads(limits, limits.StrictFields ? HeaderSet.OnceInRequests : HeaderSet.NeverTwiceInRequests);

    public static FieldRules OfResponses(HttpLimits limits) =>
        OfHeads(limits, limits.StrictFields ? HeaderSet.OnceInResponses : HeaderSet.NeverTwiceInResponses);

    public static FieldRules OfTrailers(HttpLimits limits) => new(limits.MaxTrailerBytes, limits.MaxFieldBytes, limits.MaxTrailers,
        default, limits.StrictFields ? HeaderSet.NeverInTrailers : HeaderSet.RefusedInTrailers, HeaderSet.NeverInTrailers,
        "The trailer section", "Trailer line");

    /// <summary>All names with a rule of their own.</summary>
    public HeaderSet Special { get; } = new(Once.Bits | Refused.Bits | Dropped.Bits);

    /// <summary>Creates the fault of a line.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public HttpFault Bad(int line, string predicate) => HttpFault.Bad($"{Line} {line} {predicate}.");

    private static FieldRules OfHeads(HttpLimits limits, HeaderSet once) => new(limits.MaxHeadBytes, limits.MaxFieldBytes,
        limits.MaxFields, once, default, default, "The head", "Field line");
}
