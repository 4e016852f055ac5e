namespace FsmKit.RoslynTesting;

/// <summary>Source that many tests of rules and fixes need.</summary>
public static class Snippets
{
    /// <summary>A file with some events.</summary>
    public const string Events = """
        public readonly record struct EvOpen(int Key);

        public readonly record struct EvClose;

        public readonly record struct EvLock(int Key);

        public readonly ref struct EvRxData(ReadOnlySpan<byte> bytes)
        {
            public ReadOnlySpan<byte> Bytes { get; } = bytes;
        }
        """;
}
