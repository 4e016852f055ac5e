namespace FsmKit.Http;

/// <summary>The promise that reading relies on: what was not consumed is presented again.</summary>
internal static class Presented
{
    /// <summary>Checks that the input is not shorter than what was looked through already.</summary>
    /// <exception cref="ArgumentException">It is.</exception>
    public static void Check(ReadOnlySpan<byte> input, int scanned)
    {
        if (input.Length < scanned)
        {
            throw new ArgumentException($"The input has {input.Length} bytes where {scanned} were presented before and not consumed: "
                + "present those again, with what has come since behind them.", nameof(input));
        }
    }
}
