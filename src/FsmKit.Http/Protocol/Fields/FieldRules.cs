namespace FsmKit.Http;

/// <summary>What a block of field lines may hold.</summary>
/// <param name="MaxBytes">Its blank line ends within so many bytes.</param>
/// <param name="MaxLineBytes">Each of its lines ends within so many bytes.</param>
/// <param name="MaxLines">It has so many lines at most.</param>
/// <param name="Once">Names that may be there once.</param>
/// <param name="Never">Names that may not be there.</param>
/// <param name="TooManyBytes">What to say of more bytes.</param>
/// <param name="TooManyLines">What to say of more lines.</param>
internal sealed record FieldRules(
    int MaxBytes, int MaxLineBytes, int MaxLines, HeaderSet Once, HeaderSet Never, string TooManyBytes, string TooManyLines)
{
    public static FieldRules OfRequests(HttpLimits limits) => OfHeads(limits, HeaderSet.OnceInRequests);

    public static FieldRules OfResponses(HttpLimits limits) => OfHeads(limits, HeaderSet.OnceInResponses);

    public static FieldRules OfTrailers(HttpLimits limits) => new(limits.MaxTrailerBytes, limits.MaxFieldBytes, limits.MaxTrailers,
        default, HeaderSet.NeverInTrailers, "The trailers have too many bytes.", "There are too many trailers.");

    private static FieldRules OfHeads(HttpLimits limits, HeaderSet once) => new(limits.MaxHeadBytes, limits.MaxFieldBytes,
        limits.MaxFields, once, default, "The head has too many bytes.", "The head has too many fields.");
}
