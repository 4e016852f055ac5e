namespace FsmKit.Http;

/// <summary>Reads a request's head (RFC 9112 §2, §3, §5), remembers how far it is, and where everything in it is.</summary>
internal sealed class RequestHeadReader
{
    private readonly HttpLimits _limits;
    private int _blankLines;

    public RequestHeadReader(HttpLimits limits) => _limits = limits;

    public FieldTable Fields { get; } = new();

    /// <summary>How far the request line has been looked through.</summary>
    public int Scanned { get; private set; }

    public KnownMethod Method { get; private set; }

    public int MethodLength { get; private set; }

    public RequestTarget Target { get; private set; }

    public int TargetLength { get; private set; }

    /// <summary>1 for HTTP/1.1 and all that is compatible with it, 0 for HTTP/1.0.</summary>
    public int MinorVersion { get; private set; }

    public RequestMeaning Meaning { get; private set; }

    private bool HasLine => TargetLength > 0;

    /// <summary>Forgets the head; gives back what it was kept in.</summary>
    public void Reset()
    {
        Fields.Begin(0);
        (_blankLines, Scanned, MethodLength, TargetLength) = (0, 0, 0, 0);
    }

    /// <summary>Reads on: the input begins with the head, as far as it has come.</summary>
    public HttpEvent Read(ReadOnlySpan<byte> input)
    {
        var skipped = 0;
        if (!HasLine)
        {
            var fault = SkipBlankLines(input, ref skipped);
            if (!fault.Exists)
            {
                fault = ReadLine(input[skipped..]);
            }

            if (fault.Exists || !HasLine)
            {
                return fault.Exists ? new HttpEvent(fault) : new HttpEvent(HttpEventKind.NeedMore, skipped);
            }
        }

        var head = input[skipped..];
        if (!Fields.Read(head, _limits.OfRequests, out var wrong))
        {
            return wrong.Exists ? new HttpEvent(wrong) : new HttpEvent(HttpEventKind.NeedMore, skipped);
        }

        head = head[..Fields.End];
        wrong = RequestMeaning.Find(new HttpRequestHead(head, this), _limits, out var meaning);
        Meaning = meaning;
        return wrong.Exists ? new HttpEvent(wrong) : new HttpEvent(HttpEventKind.Request, skipped + head.Length, head, this);
    }

    // RFC 9112 §2.2: at least one empty line before a request is to be ignored.
    private HttpFault SkipBlankLines(ReadOnlySpan<byte> input, ref int skipped)
    {
        while (input.Length - skipped >= 2 && input[skipped] == '\r' && input[skipped + 1] == '\n')
        {
            skipped += 2;
            if (++_blankLines > _limits.MaxBlankLines)
            {
                return HttpFault.Bad("There are too many blank lines before a request.");
            }
        }

        return default;
    }

    private HttpFault ReadLine(ReadOnlySpan<byte> input)
    {
        Presented.Check(input, Scanned);
        if (input.IsEmpty || (input.Length == 1 && input[0] == '\r'))
        {
            return default;
        }

        // No request begins so: do not wait for a line that a TLS client will never send.
        if (!Octets.IsToken(input[0]))
        {
            return HttpFault.Bad(input[0] == 0x16
                ? "TLS where plain HTTP is spoken." : "A request begins with an octet that no method has.");
        }

        var window = input[..Math.Min(input.Length, _limits.MaxRequestLineBytes)];
        var length = window[Scanned..].IndexOf((byte)'\n');
        if (length < 0)
        {
            Scanned = window.Length;
            return window.Length == _limits.MaxRequestLineBytes ? TooLong(window) : default;
        }

        var lineFeed = Scanned + length;
        Fields.Begin(lineFeed + 1);
        return window[lineFeed - 1] == '\r' ? ParseLine(window[..(lineFeed - 1)]) : HttpFault.Bad("A line ends in LF without CR.");
    }

    private HttpFault TooLong(ReadOnlySpan<byte> line) => line[..(_limits.MaxMethodBytes + 1)].Contains((byte)' ')
        ? new HttpFault(414, "The request target is too long.") : new HttpFault(501, "The method is too long.");

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

        fault = RequestTarget.Parse(target, Method, out var parsed);
        (Target, TargetLength) = (parsed, target.Length);
        return fault;
    }
}
