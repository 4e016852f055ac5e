using FsmKit.Http;

namespace FsmKit.AspNetCore;

/// <summary>The place of a field line in a <see cref="RequestCopy"/>: the name, and directly behind it the value.</summary>
internal struct FieldCopy(KnownHeader known, int start, int nameLength, int valueLength)
{
    public readonly KnownHeader Known => known;

    public readonly int Start => start;

    public readonly int NameLength => nameLength;

    public readonly int ValueLength => valueLength;

    /// <summary>The value as a string; null before it is read.</summary>
    public string? Value { get; set; }
}
