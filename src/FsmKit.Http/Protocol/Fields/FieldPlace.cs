namespace FsmKit.Http;

/// <summary>Where a field line is in its block; names and values are never copied.</summary>
internal readonly record struct FieldPlace(KnownHeader Known, int NameStart, int NameLength, int ValueStart, int ValueLength)
{
    public HttpField In(ReadOnlySpan<byte> block) =>
        new(Known, block.Slice(NameStart, NameLength), block.Slice(ValueStart, ValueLength));
}
