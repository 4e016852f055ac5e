using System.Text;

namespace FsmKit.KestrelTests;

/// <summary>A response as far as it is in a text, which may end anywhere in it.</summary>
public sealed class HttpMessage
{
    private HttpMessage(string statusLine, bool hasStatus) => (StatusLine, HasStatus) = (statusLine, hasStatus);

    /// <summary>The status line, or its beginning.</summary>
    public string StatusLine { get; }

    /// <summary>Whether the status line is complete.</summary>
    public bool HasStatus { get; }

    /// <summary>The complete header lines.</summary>
    public List<string> Fields { get; } = [];

    /// <summary>Whether the empty line after the header is there.</summary>
    public bool HasHead { get; private set; }

    /// <summary>The body without its chunks.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The complete trailer lines.</summary>
    public List<string> Trailers { get; } = [];

    /// <summary>Whether the end of the message is known, and there.</summary>
    public bool HasEnd { get; private set; }

    /// <summary>The status code; 0 when the status line has none yet.</summary>
    public int Status => StatusLine.Length >= 12 && int.TryParse(StatusLine.AsSpan(9, 3), out var status) ? status : 0;

    /// <summary>Reads the responses of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="methods">The methods of the requests; GET for those that are missing.</param>
    public static List<HttpMessage> ReadAll(string text, IReadOnlyList<string> methods)
    {
        var (all, at, request) = (new List<HttpMessage>(), 0, 0);
        while (at < text.Length)
        {
            var method = request < methods.Count ? methods[request] : "GET";
            var message = Read(text, ref at, method);
            all.Add(message);
            request += message.Status is >= 100 and < 200 ? 0 : 1;
        }

        return all;
    }

    /// <summary>Returns the value of a header field; null when it is missing.</summary>
    public string FieldOf(string name) => Fields.Find(field => field.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    private static HttpMessage Read(string text, ref int at, string method)
    {
        var hasStatus = TakeLine(text, ref at, out var line);
        var message = new HttpMessage(line, hasStatus);
        while (TakeLine(text, ref at, out line))
        {
            if (line.Length == 0)
            {
                message.HasHead = true;
                message.ReadBody(text, ref at, method);
                return message;
            }

            message.Fields.Add(line);
        }

        return message;
    }

    /// <summary>Takes a line. Without its end, the rest of the text is taken.</summary>
    private static bool TakeLine(string text, ref int at, out string line)
    {
        var end = text.IndexOf("\r\n", at, StringComparison.Ordinal);
        line = end < 0 ? text[at..] : text[at..end];
        at = end < 0 ? text.Length : end + 2;
        return end >= 0;
    }

    private void ReadBody(string text, ref int at, string method)
    {
        if ((Status is >= 100 and < 200 and not 101) || Status is 204 or 304 || method == "HEAD")
        {
            HasEnd = true;
        }
        else if (string.Equals(FieldOf("Transfer-Encoding"), "chunked", StringComparison.OrdinalIgnoreCase))
        {
            ReadChunks(text, ref at);
        }
        else if (int.TryParse(FieldOf("Content-Length"), out var length) && Status != 101)
        {
            var count = Math.Min(length, text.Length - at);
            Body = text.Substring(at, count);
            at += count;
            HasEnd = count == length;
        }
        else
        {
            // Until the end of the connection, or of another protocol.
            Body = text[at..];
            at = text.Length;
        }
    }

    private void ReadChunks(string text, ref int at)
    {
        var body = new StringBuilder();
        while (TakeLine(text, ref at, out var size))
        {
            var length = Convert.ToInt32(size, 16);
            if (length == 0)
            {
                ReadTrailers(text, ref at);
                break;
            }

            var count = Math.Min(length, text.Length - at);
            body.Append(text, at, count);
            at = Math.Min(text.Length, at + length + 2);
        }

        Body = body.ToString();
    }

    private void ReadTrailers(string text, ref int at)
    {
        while (TakeLine(text, ref at, out var line))
        {
            if (line.Length == 0)
            {
                HasEnd = true;
                return;
            }

            Trailers.Add(line);
        }
    }
}
