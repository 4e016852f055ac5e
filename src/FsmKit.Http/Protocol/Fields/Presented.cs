namespace FsmKit.Http;

/// <summary>Checks the precondition of reading: bytes that were not consumed are presented again.</summary>
internal static class Presented
{
    /// <summary>Checks that the input is not shorter than the bytes scanned already.</summary>
    /// <exception cref="ArgumentException">The input is shorter.</exception>
    public static void Check(ReadOnlySpan<byte> input, int scanned)
    {
        if (input.Length < scanned)
        {
            throw new ArgumentException($"The input has {input.Length} bytes where {scanned} were presented before and not consumed: "
                + "present those again, with what has come since behind them.", nameof(input));
        }
    }
}
