using System.Text;

namespace FsmKit.Http.Tests;

/// <summary>A message as the other side has received it.</summary>
internal sealed class Received
{
    public delegate HttpEvent Reading(ReadOnlySpan<byte> input, bool isEnd);

    /// <summary>Method and target, or the status.</summary>
    public string Line { get; private set; } = "";

    public List<string> Fields { get; } = [];

    public List<string> Trailers { get; } = [];

    public List<byte> Body { get; } = [];

    /// <summary>Presents bytes in random portions until the message is over.</summary>
    public static Received Message(byte[] bytes, bool isEnd, Random random, Reading reading)
    {
        var message = new Received();
        var (start, end) = (0, 0);
        while (true)
        {
            var read = reading(bytes.AsSpan(start..end), isEnd && end == bytes.Length);
            start += read.Consumed;
            if (read.Kind == HttpEventKind.NeedMore)
            {
                end = end == bytes.Length ? throw new InvalidOperationException("The message does not end.")
                    : Math.Min(bytes.Length, end + 1 + random.Next(random.Next(2) == 0 ? 5 : 500));
            }
            else if (message.Take(read))
            {
                return start == bytes.Length ? message : throw new InvalidOperationException("Something follows the message.");
            }
        }
    }

    private bool Take(HttpEvent read)
    {
        switch (read.Kind)
        {
            case HttpEventKind.Request:
                Line = $"{Wire.Text(read.Request.MethodName)} {Wire.Text(read.Request.Target)}";
                Copy(read.Request.Fields, Fields);
                return false;
            case HttpEventKind.Response:
                Line = $"{read.Response.Status}";
                Copy(read.Response.Fields, Fields);
                return false;
            case HttpEventKind.Data:
                Body.AddRange(read.Data);
                return false;
            case HttpEventKind.End:
                Copy(read.Trailers, Trailers);
                return true;
            default:
                throw new InvalidOperationException($"{read.Kind}: {read.Fault}");
        }
    }

    private static void Copy(HttpFields fields, List<string> to)
    {
        foreach (var field in fields)
        {
            if (field.Known is not (KnownHeader.ContentLength or KnownHeader.TransferEncoding or KnownHeader.Connection))
            {
                to.Add($"{Encoding.Latin1.GetString(field.Name)}: {Encoding.Latin1.GetString(field.Value)}");
            }
        }
    }
}
