using System.Runtime.CompilerServices;

namespace FsmKit.Http;

/// <summary>What a block of field lines may hold.</summary>
/// <param name="MaxBytes">Its blank line ends within so many bytes.</param>
/// <param name="MaxLineBytes">Each of its lines ends within so many bytes.</param>
/// <param name="MaxLines">It has so many lines at most.</param>
/// <param name="Once">Names that may be there once.</param>
/// <param name="Refused">Names that may not be there.</param>
/// <param name="Dropped">Names whose lines are passed over.</param>
/// <param name="Block">What faults call the block.</param>
/// <param name="Line">What faults call one of its lines, before its number.</param>
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

    /// <summary>All names that a rule is about.</summary>
    public HeaderSet Special { get; } = new(Once.Bits | Refused.Bits | Dropped.Bits);

    /// <summary>What is wrong with a line.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public HttpFault Bad(int line, string predicate) => HttpFault.Bad($"{Line} {line} {predicate}.");

    private static FieldRules OfHeads(HttpLimits limits, HeaderSet once) => new(limits.MaxHeadBytes, limits.MaxFieldBytes,
        limits.MaxFields, once, default, default, "The head", "Field line");
}
