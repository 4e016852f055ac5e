using System.Buffers;
using System.Text;

namespace FsmKit.Http.Tests;

/// <summary>Feeds one side of a connection in any portions, and notes its events. Portions of a body are joined.</summary>
internal abstract class Feed
{
    private readonly StringBuilder _said = new();
    private readonly List<byte> _data = [];
    private int _lastMark;

    /// <summary>Bytes that the side has written.</summary>
    public ArrayBufferWriter<byte> Output { get; } = new();

    /// <summary>Number of reads.</summary>
    public int Steps { get; private set; }

    /// <summary>Results of reading, step by step. A new set of marks tells the fuzzer that an input has a new behaviour.</summary>
    public HashSet<int> Marks { get; } = [];

    protected bool IsOver { get; private set; }

    /// <summary>Feeds all of it, then the end of the connection.</summary>
    /// <param name="input">The bytes.</param>
    /// <param name="portion">Size of the next portion; 0 is the rest, with the end.</param>
    public string Run(byte[] input, Func<int> portion)
    {
        var (start, end, isEnd) = (0, 0, false);
        while (!isEnd && !IsOver)
        {
            var size = portion();
            isEnd = end == input.Length || size == 0;
            end = size == 0 ? input.Length : Math.Min(input.Length, end + size);
            for (var goesOn = true; goesOn && !IsOver;)
            {
                goesOn = Step(input.AsSpan(start..end), isEnd, out var consumed);
                start += consumed;
                Steps++;
            }
        }

        Say("");
        _said.Length--;
        return _said.ToString();
    }

    /// <summary>Reads once.</summary>
    /// <returns>False when it needs more.</returns>
    protected abstract bool Step(ReadOnlySpan<byte> input, bool isEnd, out int consumed);

    /// <summary>Marks a step by its kind, by the new states of the two sides, and by the step before.</summary>
    protected void Mark(HttpProtocol http, HttpEvent read)
    {
        // The number of the line does not count.
        var reason = read.Fault.Reason is { } text ? string.Concat(text.Where(static c => !char.IsAsciiDigit(c))) : null;
        var mark = HashCode.Combine(read.Kind, http.ClientSide, http.ServerSide, http.KeepAlive, reason);
        Marks.Add(HashCode.Combine(mark, _lastMark));
        _lastMark = mark;
    }

    /// <summary>Marks a head by its meaning, and by each of its fields.</summary>
    protected void Mark(HttpFields fields, params ReadOnlySpan<int> meaning)
    {
        var mark = default(HashCode);
        foreach (var part in meaning)
        {
            mark.Add(part);
        }

        Marks.Add(mark.ToHashCode());
        foreach (var field in fields)
        {
            Marks.Add(HashCode.Combine(field.Known));
        }
    }

    protected void Say(string text)
    {
        if (_data.Count > 0)
        {
            _said.Append("data ").Append(Wire.Text([.. _data])).Append('\n');
            _data.Clear();
        }

        _said.Append(text).Append('\n');
    }

    protected void SayData(ReadOnlySpan<byte> data) => _data.AddRange(data);

    protected void SayEnd(HttpFields trailers) => Say("end" + Text(trailers));

    protected void Finish(string text)
    {
        Say(text);
        IsOver = true;
    }

    protected void Finish(HttpFault fault) => Finish($"fault {fault.Status}{(fault.IsCutOff ? " cut off" : "")}: {fault.Reason}");

    protected static string Text(HttpFields fields)
    {
        var text = "";
        foreach (var field in fields)
        {
            text += $" [{Wire.Text(field.Name)}={Wire.Text(field.Value)}]";
        }

        return text;
    }
}
