namespace FsmKit.Http;

/// <summary>Reads the head of a response (RFC 9112 §4, §5) in portions and records the places of its parts.</summary>
internal sealed class ResponseHeadReader
{
    // "HTTP/1.1 200": the reason and the space before it are optional here, because servers omit them.
    private const int ShortestLine = ProtocolVersion.Length + 4;

    private readonly HttpLimits _limits;
    private int _scanned;

    public ResponseHeadReader(HttpLimits limits) => _limits = limits;

    public FieldTable Fields { get; } = new();

    public int Status { get; private set; }

    public int LineLength { get; private set; }

    public int MinorVersion { get; private set; }

    public BodyFraming Body { get; private set; }

    public bool KeepAlive { get; private set; }

    /// <summary>Forgets the head and returns its pooled array.</summary>
    public void Reset()
    {
        Fields.Release();
        (_scanned, LineLength, Status) = (0, 0, 0);
    }

    /// <summary>Continues reading. The input begins with the head, as far as it has come.</summary>
    public HttpEvent Read(ReadOnlySpan<byte> input, KnownMethod method)
    {
        var fault = LineLength > 0 ? default : ReadLine(input);
        if (fault.Exists || LineLength == 0)
        {
            return fault.Exists ? new HttpEvent(fault) : default;
        }

        if (!Fields.Read(input, _limits.OfResponses, out fault))
        {
            return fault.Exists ? new HttpEvent(fault) : default;
        }

        var head = input[..Fields.End];
        var fields = new HttpFields(head, Fields);
        fault = BodyFraming.OfResponse(fields, MinorVersion > 0, Status, method, _limits.StrictFraming, out var body);
        Body = body;
        KeepAlive = ConnectionField.KeepsAlive(ConnectionField.Read(fields), MinorVersion > 0) && body.Kind != BodyKind.UntilClose;
        return fault.Exists ? new HttpEvent(fault)
            : new HttpEvent(Status < 200 ? HttpEventKind.Informational : HttpEventKind.Response, head.Length, head, this);
    }

    private HttpFault ReadLine(ReadOnlySpan<byte> input)
    {
        Presented.Check(input, _scanned);
        if (!input.IsEmpty && input[0] != 'H')
        {
            return HttpFault.Bad("A response does not begin with a version.");
        }

        var window = input[..Math.Min(input.Length, _limits.MaxHeadBytes)];
        var length = window[_scanned..].IndexOf((byte)'\n');
        if (length < 0)
        {
            _scanned = window.Length;
            return window.Length == _limits.MaxHeadBytes ? new HttpFault(431, "The head has too many bytes.") : default;
        }

        var lineFeed = _scanned + length;
        Fields.Begin(lineFeed + 1);
        LineLength = lineFeed - 1;
        return window[LineLength] == '\r' ? ParseLine(window[..LineLength]) : HttpFault.Bad("The status line ends in LF without CR.");
    }

    private HttpFault ParseLine(ReadOnlySpan<byte> line)
    {
        if (line.Length < ShortestLine || line[ProtocolVersion.Length] != ' ')
        {
            return HttpFault.Bad("The status line is not a version, a space and a status of three digits.");
        }

        var fault = ProtocolVersion.Parse(line[..ProtocolVersion.Length], out var minor);
        MinorVersion = minor;
        if (fault.Exists)
        {
            return fault;
        }

        foreach (var digit in line[(ProtocolVersion.Length + 1)..ShortestLine])
        {
            Status = Octets.IsDigit(digit) ? Status * 10 + digit - '0' : -1000;
        }

        return Status < 100 || (line.Length > ShortestLine && line[ShortestLine] != ' ')
            ? HttpFault.Bad("The status is not a number of three digits.")
            : !Octets.AreFieldValue(line[ShortestLine..]) ? HttpFault.Bad("The reason holds a control character.")
            : default;
    }
}
