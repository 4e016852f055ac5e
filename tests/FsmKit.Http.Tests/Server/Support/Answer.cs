using System.Globalization;
using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>A response as a client reads it: by a reader of the tests' own, so that no fault of the product's hides another one.</summary>
internal sealed record Answer(int Status, string Head, byte[] Body, bool IsWhole)
{
    public string Text => Encoding.Latin1.GetString(Body);

    public bool Closes => Head.Contains("\r\nConnection: close\r\n", StringComparison.Ordinal);

    /// <summary>The value of a field, or null.</summary>
    public string? this[string name] => Head.Split("\r\n").Select(static line => line.Split(": ", 2))
        .FirstOrDefault(parts => parts.Length == 2 && parts[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];

    /// <summary>Reads all there are; interim ones included.</summary>
    public static List<Answer> All(byte[] bytes, params int[] heads)
    {
        var answers = new List<Answer>();
        for (var at = 0; at < bytes.Length;)
        {
            answers.Add(Next(bytes, ref at, heads.Contains(answers.Count)));
        }

        return answers;
    }

    private static Answer Next(byte[] bytes, ref int at, bool isToHead)
    {
        var end = bytes.AsSpan(at).IndexOf("\r\n\r\n"u8);
        Assert.True(end > 0, $"No head: {Encoding.Latin1.GetString(bytes, at, Math.Min(200, bytes.Length - at))}");
        var head = Encoding.Latin1.GetString(bytes, at, end + 2);
        Assert.StartsWith("HTTP/1.1 ", head, StringComparison.Ordinal);
        at += end + 4;
        var answer = new Answer(int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), head, [], IsWhole: true);
        if (isToHead || answer.Status is < 200 or 204 or 304)
        {
            return answer;
        }

        return answer["Transfer-Encoding"] == "chunked" ? Chunked(answer, bytes, ref at) : Counted(answer, bytes, ref at);
    }

    private static Answer Counted(Answer answer, byte[] bytes, ref int at)
    {
        var left = bytes.Length - at;
        var length = answer["Content-Length"] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : left;
        var body = bytes[at..(at + Math.Min(length, left))];
        at += body.Length;
        return answer with { Body = body, IsWhole = body.Length == length };
    }

    private static Answer Chunked(Answer answer, byte[] bytes, ref int at)
    {
        var body = new MemoryStream();
        while (at < bytes.Length)
        {
            var line = bytes.AsSpan(at).IndexOf("\r\n"u8);
            Assert.True(line > 0, "No chunk.");
            var size = int.Parse(Encoding.Latin1.GetString(bytes, at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            at += line + 2;
            if (size == 0)
            {
                at += bytes.AsSpan(at).IndexOf("\r\n"u8) + 2;
                return answer with { Body = body.ToArray() };
            }

            if (at + size + 2 > bytes.Length)
            {
                body.Write(bytes, at, bytes.Length - at);
                at = bytes.Length;
                break;
            }

            body.Write(bytes, at, size);
            at += size + 2;
        }

        return answer with { Body = body.ToArray(), IsWhole = false };
    }
}
