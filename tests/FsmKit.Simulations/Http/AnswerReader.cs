using System.Globalization;
using System.Text;

namespace FsmKit.Simulations.Http;

/// <summary>Reads responses by the letter of RFC 9112, without any code of the library, and so with the view of a client.</summary>
/// <param name="isHead">Tells of the answer with this number whether it is one to HEAD.</param>
internal sealed class AnswerReader(Func<int, bool> isHead)
{
    private readonly List<byte> _input = [];
    private int _chunk = -1;
    private int _hints;

    /// <summary>The answers that are complete.</summary>
    public List<Answer> Complete { get; } = [];

    /// <summary>The answer that has begun; null between two.</summary>
    public Answer? Begun { get; private set; }

    /// <summary>Number of interim answers.</summary>
    public int Interim { get; private set; }

    /// <summary>Number of received bytes that belong to no part yet.</summary>
    public int Rest => _input.Count;

    /// <summary>Reads received bytes.</summary>
    public void Feed(ReadOnlySpan<byte> data)
    {
        _input.AddRange(data);
        while (Begun is null ? ReadHead() : ReadBody(Begun))
        {
        }
    }

    private bool ReadHead()
    {
        var lines = new List<string>();
        var at = 0;
        for (string? line; (line = LineAt(ref at)) is not "";)
        {
            if (line is null)
            {
                return false;
            }

            lines.Add(line);
        }

        _input.RemoveRange(0, at);
        Begin(lines);
        return true;
    }

    private void Begin(List<string> lines)
    {
        var answer = new Answer { Status = int.Parse(lines[0].AsSpan(9, 3), CultureInfo.InvariantCulture), Hints = _hints };
        if (answer.Status is >= 100 and < 200)
        {
            Interim++;
            _hints += answer.Status == 103 ? 1 : 0;
            return;
        }

        _hints = 0;

        foreach (var line in lines.Skip(1))
        {
            var (name, value) = line.Split(": ", 2) is [var left, var right] ? (left, right) : throw new FormatException(line);
            (answer.Length, answer.Id, answer.IsChunked, answer.Closes) = name.ToUpperInvariant() switch
            {
                "CONTENT-LENGTH" => (int.Parse(value, CultureInfo.InvariantCulture), answer.Id, answer.IsChunked, answer.Closes),
                "X-ID" => (answer.Length, int.Parse(value, CultureInfo.InvariantCulture), answer.IsChunked, answer.Closes),
                "TRANSFER-ENCODING" => (answer.Length, answer.Id, true, answer.Closes),
                "CONNECTION" => (answer.Length, answer.Id, answer.IsChunked, value == "close"),
                _ => (answer.Length, answer.Id, answer.IsChunked, answer.Closes),
            };
        }

        Begun = answer;
        // A response that gives a client up may precede the reading of its request, and then has a body after any method.
        var isEarly = answer.Closes && answer.Status is 503 or 408;
        if ((isHead(Complete.Count) && !isEarly) || (!answer.IsChunked && answer.Length == 0) || answer.Status is 204 or 304)
        {
            End();
        }
    }

    private bool ReadBody(Answer answer) => answer.IsChunked ? ReadChunk(answer) : Move(answer, (answer.Length ?? int.MaxValue) - answer.Body.Count) && EndAt(answer);

    private bool EndAt(Answer answer)
    {
        if (answer.Body.Count == answer.Length)
        {
            End();
        }

        return true;
    }

    private bool ReadChunk(Answer answer)
    {
        if (_chunk > 0)
        {
            var before = answer.Body.Count;
            var isMoved = Move(answer, _chunk);
            _chunk -= answer.Body.Count - before;
            return isMoved;
        }

        var at = 0;
        if (LineAt(ref at) is not { } line)
        {
            return false;
        }

        _input.RemoveRange(0, at);
        if (_chunk == 0)
        {
            _chunk = -1; // the end of the line behind a chunk
            return line.Length == 0 ? true : throw new FormatException($"'{line}' stands behind a chunk.");
        }

        if (_chunk == -2)
        {
            _chunk = -1;
            End();
            return true;
        }

        _chunk = int.Parse(line, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        _chunk = _chunk == 0 ? -2 : _chunk;
        return true;
    }

    private void End()
    {
        Complete.Add(Begun!);
        Begun = null;
    }

    private bool Move(Answer answer, int most)
    {
        var count = Math.Min(most, _input.Count);
        answer.Body.AddRange(_input.GetRange(0, count));
        _input.RemoveRange(0, count);
        return count > 0;
    }

    private string? LineAt(ref int at)
    {
        var end = _input.IndexOf((byte)'\n', at);
        if (end < 0)
        {
            return null;
        }

        var line = Encoding.ASCII.GetString([.. _input.GetRange(at, end - at)]);
        at = end + 1;
        return line.EndsWith('\r') ? line[..^1] : throw new FormatException($"'{line}' ends without a return.");
    }
}
