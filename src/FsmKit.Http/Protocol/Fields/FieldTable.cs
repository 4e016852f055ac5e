using System.Buffers;
using System.Runtime.CompilerServices;

namespace FsmKit.Http;

/// <summary>Reads a block of field lines (RFC 9112 §5), line by line as they become complete, and records their places.</summary>
/// <remarks>
/// The block is not copied. The caller presents it from its beginning each time, and no octet is scanned twice. The array of places is
/// pooled and stays for the next block, until <see cref="Release"/>.
/// </remarks>
internal sealed class FieldTable
{
    private const int MostKept = 64;
    private const string BareReturn = "begins with a CR without LF";

    private FieldPlace[] _places = [];
    private int _lineStart;

    public int Count { get; private set; }

    /// <summary>Number of dropped lines, whose fields are not allowed in this block.</summary>
    public int Dropped { get; private set; }

    /// <summary>Number of bytes that were scanned for line feeds; they are not scanned again.</summary>
    public int Scanned { get; private set; }

    public HeaderSet Seen { get; private set; }

    public ReadOnlySpan<FieldPlace> Places => _places.AsSpan(0, Count);

    /// <summary>Offset of the end of the block, its blank line included; valid once the block is read.</summary>
    public int End => _lineStart;

    /// <summary>Whether the array is too large to be kept beyond its message.</summary>
    public bool IsLarge => _places.Length > MostKept;

    /// <summary>Forgets the block and begins the next one.</summary>
    /// <param name="start">Offset of its first line in the input that will be presented.</param>
    public void Begin(int start)
    {
        (Count, Dropped, Seen) = (0, 0, default);
        (_lineStart, Scanned) = (start, start);
    }

    /// <summary>Forgets the block and returns its pooled array.</summary>
    public void Release()
    {
        Begin(0);
        Return();
    }

    /// <summary>Continues reading.</summary>
    /// <param name="block">The block from its beginning, as far as it has come.</param>
    /// <param name="rules">The rules for the block.</param>
    /// <param name="fault">The fault; the default value for none.</param>
    /// <returns>True when its blank line has been read; false for a fault, or when more bytes are needed.</returns>
    public bool Read(ReadOnlySpan<byte> block, FieldRules rules, out HttpFault fault)
    {
        Presented.Check(block, Scanned);
        fault = default;
        if (Scanned > rules.MaxBytes)
        {
            fault = TooManyBytes(rules);
            return false;
        }

        var window = block[..Math.Min(block.Length, rules.MaxBytes)];
        while (true)
        {
            var length = window[Scanned..].IndexOf((byte)'\n');
            if (length < 0)
            {
                Scanned = window.Length;
                fault = BeginsWithBareReturn(window[_lineStart..]) ? rules.Bad(Number, BareReturn)
                    : Scanned - _lineStart >= rules.MaxLineBytes ? TooLong(rules)
                    : Scanned == rules.MaxBytes ? TooManyBytes(rules) : default;
                return false;
            }

            var lineFeed = Scanned + length;
            if (BeginsWithBareReturn(window[_lineStart..lineFeed]))
            {
                fault = rules.Bad(Number, BareReturn);
                return false;
            }

            if (lineFeed - _lineStart >= rules.MaxLineBytes)
            {
                fault = TooLong(rules);
                return false;
            }

            var line = window[_lineStart..lineFeed];
            if (line.IsEmpty || line[^1] != '\r')
            {
                fault = rules.Bad(Number, "ends in LF without CR");
                return false;
            }

            var start = _lineStart;
            _lineStart = Scanned = lineFeed + 1;
            if (line.Length == 1)
            {
                return true;
            }

            fault = Add(line[..^1], start, rules);
            if (fault.Exists)
            {
                return false;
            }
        }
    }

    // Neither the blank line nor a field begins so: do not wait for the rest of the line.
    private static bool BeginsWithBareReturn(ReadOnlySpan<byte> line) => line.Length > 1 && line[0] == '\r';

    // Number of the line that is being read, from 1.
    private int Number => Count + Dropped + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private HttpFault TooLong(FieldRules rules) => new(431, $"{rules.Line} {Number} has too many bytes.");

    private static HttpFault TooManyBytes(FieldRules rules) => new(431, $"{rules.Block} has too many bytes.");

    private HttpFault Add(ReadOnlySpan<byte> line, int start, FieldRules rules)
    {
        if (Count + Dropped == rules.MaxLines)
        {
            return new HttpFault(431, $"{rules.Block} has too many field lines.");
        }

        if (FieldLine.Parse(line, start, out var place) is { } problem)
        {
            return rules.Bad(Number, problem);
        }

        // Most names have no rule: one test covers all rules.
        if (place.Known == KnownHeader.None ? FieldLine.LooksLikeFraming(line[..place.NameLength]) : rules.Special.Has(place.Known))
        {
            var fault = Judge(place.Known, rules, out var isDropped);
            if (fault.Exists || isDropped)
            {
                return fault;
            }
        }

        Seen = Seen.With(place.Known);
        if (Count == _places.Length)
        {
            Grow();
        }

        _places[Count++] = place;
        return default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private HttpFault Judge(KnownHeader known, FieldRules rules, out bool isDropped)
    {
        isDropped = false;
        if (known == KnownHeader.None)
        {
            return rules.Bad(Number, "has the name of a field of framing, written with an underscore");
        }

        if (rules.Refused.Has(known))
        {
            return rules.Bad(Number, $"is {KnownHeaders.Text(known)}, which has no place in trailers");
        }

        isDropped = rules.Dropped.Has(known);
        Dropped += isDropped ? 1 : 0;
        return !isDropped && rules.Once.Has(known) && Seen.Has(known)
            ? rules.Bad(Number, $"is {KnownHeaders.Text(known)} a second time") : default;
    }

    private void Grow()
    {
        var larger = ArrayPool<FieldPlace>.Shared.Rent(Math.Max(16, Count * 2));
        Places.CopyTo(larger);
        Return();
        _places = larger;
    }

    private void Return()
    {
        if (_places.Length > 0)
        {
            ArrayPool<FieldPlace>.Shared.Return(_places);
            _places = [];
        }
    }
}
