namespace FsmKit.Generators.Reading.Remembering;

/// <summary>
/// Checksum of 128 bits over a sequence of texts. It does not protect against an author who constructs two texts with the same checksum.
/// </summary>
internal struct Fingerprint : IEquatable<Fingerprint>
{
    private ulong _one;
    private ulong _other;

    public void Add(string text)
    {
        foreach (var letter in text)
        {
            Mix(letter);
        }

        // The lengths count, too, so that {"ab", "c"} and {"a", "bc"} differ.
        Mix(0x10000UL + (uint)text.Length);
    }

    public void Add(Fingerprint fingerprint)
    {
        Mix(fingerprint._one);
        Mix(fingerprint._other);
    }

    public readonly bool Equals(Fingerprint other) => (_one, _other) == (other._one, other._other);

    public override readonly bool Equals(object? obj) => obj is Fingerprint other && Equals(other);

    public override readonly int GetHashCode() => _one.GetHashCode();

    private void Mix(ulong value)
    {
        unchecked
        {
            _one = (_one ^ value) * 0x9E3779B97F4A7C15UL;
            _one ^= _one >> 29;
            _other = (_other + value + 1) * 0xC2B2AE3D27D4EB4FUL;
            _other = (_other << 31) | (_other >> 33);
        }
    }
}
