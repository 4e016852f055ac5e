namespace FsmKit.Http;

/// <summary>
/// Reads the head of a request (RFC 9112 §2, §3, §5) in portions and records the places of its parts. Keeps a copy, by which an identical
/// head is recognised.
/// </summary>
internal sealed class RequestHeadReader
{
    private readonly HttpLimits _limits;
    private HeadStep _step;
    private HeadCopy _copy = new();
    private RequestMeaning _meaning;
    private int _blankLines;

    public RequestHeadReader(HttpLimits limits) => _limits = limits;

    public FieldTable Fields { get; } = new();

    /// <summary>Number of bytes of the request line that are scanned.</summary>
    public int Scanned { get; private set; }

    public KnownMethod Method { get; private set; }

    public int MethodLength { get; private set; }

    public RequestTarget Target { get; private set; }

    public int TargetLength { get; private set; }

    /// <summary>The minor version: 1 for HTTP/1.1 and compatible versions, 0 for HTTP/1.0.</summary>
    public int MinorVersion { get; private set; }

    public ref readonly RequestMeaning Meaning => ref _meaning;

    /// <summary>Whether the request line begins with HEAD, so that a refusal has no content (RFC 9110 §9.3.2).</summary>
    public bool IsForHead { get; private set; }

    /// <summary>Whether the head is complete.</summary>
    public bool IsWhole => _step == HeadStep.Whole;

    /// <summary>Whether no byte of a head has come.</summary>
    public bool IsAtStart => _step == HeadStep.Start;

    /// <summary>The bytes of the complete head: the reader's own copy.</summary>
    public ReadOnlySpan<byte> Head => _copy.Bytes;

    /// <summary>Begins the next head. The copy of the previous head stays, unless its array is large.</summary>
    public void Reset()
    {
        _step = HeadStep.Start;
        (_blankLines, Scanned, IsForHead) = (0, 0, false);
        if (_copy.IsLarge || Fields.IsLarge)
        {
            Release();
        }
    }

    /// <summary>Returns the pooled arrays.</summary>
    public void Release()
    {
        _step = HeadStep.Start;
        _copy.Release();
        Fields.Release();
    }

    /// <summary>Continues reading. The input begins with the head, as far as it has come.</summary>
    /// <param name="input">The head, or blank lines before it.</param>
    /// <param name="consumed">The number of consumed bytes.</param>
    /// <param name="fault">The fault; the default value for none.</param>
    /// <returns>True when the head is complete; false for a fault, or when more bytes are needed.</returns>
    public bool Read(ReadOnlySpan<byte> input, out int consumed, out HttpFault fault)
    {
        if (_step != HeadStep.Start || !_copy.Begins(input))
        {
            return Parse(input, out consumed, out fault);
        }

        (consumed, fault) = (_copy.Bytes.Length, default);
        _step = HeadStep.Whole;
        return true;
    }

    private bool Parse(ReadOnlySpan<byte> input, out int consumed, out HttpFault fault)
    {
        consumed = 0;
        fault = _step == HeadStep.Fields ? default : Begin(input, ref consumed);
        if (fault.Exists || _step != HeadStep.Fields || !Fields.Read(input[consumed..], _limits.OfRequests, out fault))
        {
            return false;
        }

        var head = input.Slice(consumed, Fields.End);
        fault = RequestMeaning.Find(new HttpRequestHead(head, this), _limits, out _meaning);
        if (fault.Exists)
        {
            return false;
        }

        consumed += head.Length;
        _copy.Take(head);
        _step = HeadStep.Whole;
        return true;
    }

    private HttpFault Begin(ReadOnlySpan<byte> input, ref int skipped)
    {
        // Parsing overwrites the recorded meaning of the copy.
        if (!input.IsEmpty)
        {
            _copy.Forget();
            _step = HeadStep.Line;
        }

        var fault = SkipBlankLines(input, ref skipped);
        return fault.Exists ? fault : ReadLine(input[skipped..]);
    }

    // RFC 9112 §2.2: at least one empty line before a request is to be ignored.
    private HttpFault SkipBlankLines(ReadOnlySpan<byte> input, ref int skipped)
    {
        if (_limits.AcceptBareBlankLines)
        {
            return SkipLineEnds(input, ref skipped);
        }

        while (input.Length - skipped >= 2 && input[skipped] == '\r' && input[skipped + 1] == '\n')
        {
            skipped += 2;
            if (++_blankLines > _limits.MaxBlankLines)
            {
                return TooManyBlankLines();
            }
        }

        return default;
    }

    private HttpFault SkipLineEnds(ReadOnlySpan<byte> input, ref int skipped)
    {
        while (input.Length > skipped && input[skipped] is (byte)'\r' or (byte)'\n')
        {
            skipped++;
            if (++_blankLines > 2L * _limits.MaxBlankLines)
            {
                return TooManyBlankLines();
            }
        }

        return default;
    }

    private static HttpFault TooManyBlankLines() => HttpFault.Bad("There are too many blank lines before a request.");

    private HttpFault ReadLine(ReadOnlySpan<byte> input)
    {
        Presented.Check(input, Scanned);
        if (input.IsEmpty || (input.Length == 1 && input[0] == '\r'))
        {
            return default;
        }

        // No request begins with this octet: do not wait for a line that a TLS client never sends.
        if (!Octets.IsToken(input[0]))
        {
            return HttpFault.Bad(input[0] == 0x16
                ? "TLS where plain HTTP is spoken." : "A request begins with an octet that no method has.");
        }

        IsForHead = input.StartsWith("HEAD "u8);
        var window = input[..Math.Min(input.Length, _limits.LineBytes)];
        var length = window[Scanned..].IndexOf((byte)'\n');
        if (length < 0)
        {
            Scanned = window.Length;
            return window.Length == _limits.LineBytes ? TooLong(window) : default;
        }

        var lineFeed = Scanned + length;
        Fields.Begin(lineFeed + 1);
        return lineFeed > 0 && window[lineFeed - 1] == '\r'
            ? ParseLine(window[..(lineFeed - 1)]) : HttpFault.Bad("The request line ends in LF without CR.");
    }

    // A line without the end of a method is no request; for any other line the fault names the exceeded limit (RFC 9112 §3).
    private HttpFault TooLong(ReadOnlySpan<byte> line) => line.IndexOf((byte)' ') switch
    {
        < 0 => HttpFault.Bad("The request line does not end, nor does its method."),
        var space when space > _limits.MaxMethodBytes => new HttpFault(501, "The method is too long."),
        _ => new HttpFault(414, "The request target is too long."),
    };

    private HttpFault ParseLine(ReadOnlySpan<byte> line)
    {
        var fault = RequestLine.Parse(line, _limits, out var method, out var target, out var minor);
        if (fault.Exists)
        {
            return fault;
        }

        (MethodLength, MinorVersion, Method) = (method.Length, minor, KnownMethods.Find(method));
        if (Method == KnownMethod.Other && !_limits.AcceptUnknownMethods)
        {
            return new HttpFault(501, "The method is not a known one.");
        }

        fault = RequestTarget.Parse(target, Method, _limits, out var parsed);
        (Target, TargetLength) = (parsed, target.Length);
        _step = HeadStep.Fields;
        return fault;
    }
}
