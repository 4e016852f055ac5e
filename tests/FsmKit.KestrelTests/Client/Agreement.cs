namespace FsmKit.KestrelTests;

/// <summary>
/// Compares received responses with expected ones by their meaning: the order of header fields, the date, the name of the server, the
/// phrase of a status, chunks against a length, and the text in the body of an error may differ. Tolerated differences are noted.
/// </summary>
public sealed class Agreement(List<HttpMessage> expected, List<HttpMessage> actual)
{
    private const string Close = "connection: close";

    /// <summary>Kinds of differences that were tolerated: <c>framing</c>, <c>phrase</c>, <c>error-text</c> and <c>close</c>.</summary>
    public SortedSet<string> Tolerated { get; } = [];

    /// <summary>The first difference; null for none.</summary>
    public string Difference { get; private set; }

    /// <summary>Whether more has to be received before there is a judgement.</summary>
    public bool NeedsMore { get; private set; }

    /// <summary>Judges whether what has been received contains all that is expected.</summary>
    /// <param name="wantsEnd">Whether the connection must end after the responses. An announcement of that end may be there or be missing.</param>
    /// <param name="hasEnded">Whether the connection has ended.</param>
    public void Judge(bool wantsEnd, bool hasEnded)
    {
        var isEnd = wantsEnd && hasEnded;
        for (var i = 0; i < expected.Count && Difference is null && !NeedsMore; i++)
        {
            if (i == actual.Count)
            {
                NeedsMore = true;
                return;
            }

            Judge(expected[i], actual[i], isLast: wantsEnd && i == expected.Count - 1);
        }

        if (isEnd && Difference is null && !NeedsMore)
        {
            JudgeEnd();
        }
    }

    private void Judge(HttpMessage wanted, HttpMessage got, bool isLast)
    {
        if (!got.HasStatus || (wanted.HasStatus && !got.HasHead))
        {
            NeedsMore = true;
            return;
        }

        if (wanted.Status != got.Status || !got.StatusLine.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
        {
            Difference = $"The status line is '{got.StatusLine}', not '{wanted.StatusLine}'.";
            return;
        }

        if (wanted.HasStatus && wanted.StatusLine != got.StatusLine)
        {
            Tolerated.Add("phrase");
        }

        if (!wanted.HasHead || !JudgeFields(wanted, got, isLast))
        {
            return;
        }

        if (IsErrorText(wanted, got))
        {
            NeedsMore = !got.HasEnd;
            Tolerated.Add("error-text");
            return;
        }

        JudgeBody(wanted, got);
    }

    private bool JudgeFields(HttpMessage wanted, HttpMessage got, bool isLast)
    {
        var (left, right) = (Telling(wanted), Telling(got));
        if (isLast && !left.Contains(Close) && right.Remove(Close))
        {
            // RFC 9112 §9.6: the announcement is right, and an announcement of anything else is wrong.
            left.Remove("connection: keep-alive");
            Tolerated.Add("close");
        }

        if (IsErrorText(wanted, got))
        {
            right.RemoveAll(static field => field.StartsWith("content-type:", StringComparison.Ordinal));
        }

        if (!left.SequenceEqual(right))
        {
            Difference = $"The header is\n  {string.Join("\n  ", right)}\nnot\n  {string.Join("\n  ", left)}";
            return false;
        }

        if (wanted.FieldOf("Content-Length") != got.FieldOf("Content-Length") || wanted.FieldOf("Transfer-Encoding") != got.FieldOf("Transfer-Encoding"))
        {
            if (wanted.FieldOf("Content-Length") is { } length && got.FieldOf("Content-Length") is { } other && !IsErrorText(wanted, got))
            {
                Difference = $"The length is {other}, not {length}.";
                return false;
            }

            Tolerated.Add("framing");
        }

        return true;
    }

    private void JudgeBody(HttpMessage wanted, HttpMessage got)
    {
        var isBeginning = wanted.Body.StartsWith(got.Body, StringComparison.Ordinal);
        if (wanted.HasEnd && got.HasEnd ? wanted.Body != got.Body : !got.Body.StartsWith(wanted.Body, StringComparison.Ordinal) && (got.HasEnd || !isBeginning))
        {
            Difference = $"The body is '{got.Body}', not '{wanted.Body}'.";
        }
        else if (got.Body.Length < wanted.Body.Length || (wanted.HasEnd && !got.HasEnd))
        {
            NeedsMore = true;
        }
        else if (wanted.HasEnd && !wanted.Trailers.SequenceEqual(got.Trailers))
        {
            Difference = $"The trailers are {string.Join(", ", got.Trailers)}, not {string.Join(", ", wanted.Trailers)}.";
        }
    }

    private void JudgeEnd()
    {
        if (actual.Count > expected.Count)
        {
            Difference = $"Another response has come: {actual[expected.Count].StatusLine}";
        }
        else if (expected.Count > 0 && expected[^1].HasHead && !IsErrorText(expected[^1], actual[^1]) && expected[^1].Body != actual[^1].Body)
        {
            Difference = $"The body is '{actual[^1].Body}', not '{expected[^1].Body}'.";
        }
        else if (expected.Count > 0 && !expected[^1].HasEnd && actual[^1].HasEnd && expected[^1].HasHead && IsFramed(expected[^1]))
        {
            Difference = "The response is complete, and should not be.";
        }
    }

    private static bool IsFramed(HttpMessage message) => message.FieldOf("Content-Length") is not null || message.FieldOf("Transfer-Encoding") is not null;

    private static bool IsErrorText(HttpMessage wanted, HttpMessage got) =>
        wanted.Status >= 400 && wanted.FieldOf("Content-Length") == "0" && got.Body.Length > 0;

    private static List<string> Telling(HttpMessage message) =>
    [
        .. message.Fields
            .Select(static field => (Name: field[..Math.Max(0, field.IndexOf(':', StringComparison.Ordinal))].ToLowerInvariant(), Field: field))
            .Where(field => field.Name is not ("date" or "content-length" or "transfer-encoding") && (field.Name != "upgrade" || message.Status != 101))
            .Select(static field => (field.Name, Value: field.Field[(field.Name.Length + 1)..].Trim()))
            .Select(static field => field.Name switch
            {
                "server" => field.Name,
                "connection" => $"{field.Name}: {field.Value.ToLowerInvariant()}",
                _ => $"{field.Name}: {field.Value}",
            })
            .Order(StringComparer.Ordinal),
    ];
}
