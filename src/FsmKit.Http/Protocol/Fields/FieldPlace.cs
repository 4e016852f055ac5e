namespace FsmKit.Http;

/// <summary>Place of a field line in its block, in bytes; names and values are never copied.</summary>
internal readonly record struct FieldPlace(KnownHeader Known, int NameStart, int NameLength, int ValueStart, int ValueLength)
{
    public HttpField In(ReadOnlySpan<byte> block) =>
        new(Known, block.Slice(NameStart, NameLength), block.Slice(ValueStart, ValueLength));
}
