namespace FsmKit.Simulations.Http;

/// <summary>Requests of a client, and its way of sending them.</summary>
/// <param name="Requests">Requests with their answers.</param>
internal sealed record ClientPlan(List<Expected> Requests)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private TimeSpan? _asksSince;

    /// <summary>Whether a request goes out before the answer to the one before it has come.</summary>
    public bool IsPipelined { get; init; }

    /// <summary>Whether it reads slowly.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Whether it ends its stream behind the last request.</summary>
    public bool HalfCloses { get; init; }

    /// <summary>Number of answers after which the client drops the connection; null never drops.</summary>
    public int? DropsAfter { get; init; }

    /// <summary>Number of bytes after which the client sends no more; null sends all.</summary>
    public int? StallsAt { get; init; }

    /// <summary>After how many bytes, sent and received, it breaks the connection off; null does not.</summary>
    public int? BreaksAt { get; init; }

    /// <summary>Whether it breaks the connection off by a reset: a handler that waits for that does not hear of a mere end of the stream.</summary>
    public bool MustReset => Requests[^1].WaitsForBreak;

    /// <summary>Whether a body may be answered 500, because the server cannot keep it.</summary>
    public bool MayBeUnkept { get; init; }

    /// <summary>Whether the server may end the connection before all is answered.</summary>
    public bool MayBeCutShort { get; init; }

    /// <summary>Number of answers that come.</summary>
    public int Answers => Requests.Count(static request => request is { Status: > 0, IsCutOff: false });

    /// <summary>Whether the server ends the connection, by the last request.</summary>
    public bool WaitsForEnd => Requests[^1].IsLast || HalfCloses;

    /// <summary>Whether the answer with this number is one to HEAD: to a part of a request it is not.</summary>
    public bool IsHead(int number, int sent) =>
        number < Requests.Count && Requests[number].IsHead && sent >= Requests.Take(number + 1).Sum(static request => request.Request.Length);

    /// <summary>Number of bytes that may be sent now.</summary>
    public int MostNow(int sent, AnswerReader reader) =>
        StallsAt is { } stalls ? Math.Min(MostOfRequests(sent, reader), Math.Max(0, stalls - sent)) : MostOfRequests(sent, reader);

    private int MostOfRequests(int sent, AnswerReader reader)
    {
        var end = 0;
        for (var i = 0; i < Requests.Count; i++)
        {
            var request = Requests[i];
            end += request.Request.Length;
            if (end - request.WaitsFor100 == sent && request.WaitsFor100 > 0 && reader.Interim == 0 && !IsOutOfPatience)
            {
                return 0;
            }

            if (sent < end)
            {
                var isTurn = IsPipelined || reader.Complete.Count >= i;
                return !isTurn ? 0 : request.WaitsFor100 > 0 && sent < end - request.WaitsFor100 ? end - request.WaitsFor100 - sent : end - sent;
            }
        }

        return 0;
    }

    private bool IsOutOfPatience { get; set; }

    /// <summary>Whether the client waits to be asked for a body. After a long wait the client sends the body all the same.</summary>
    public bool IsAsking(int sent, TimeSpan now)
    {
        if (Requests[^1].WaitsFor100 == 0 || sent != Requests.Sum(static request => request.Request.Length) - Requests[^1].WaitsFor100)
        {
            return false;
        }

        _asksSince ??= now;
        IsOutOfPatience = now - _asksSince > Patience;
        return true;
    }

    /// <summary>Fails the schedule when an answer is not the expected one.</summary>
    public void Compare(World world, int number, Answer answer)
    {
        var expected = number < Requests.Count ? Requests[number] : null;
        world.Check(expected is { Status: > 0 } || (MayBeCutShort && answer.Status is 503 or 408), $"There is an answer {answer.Status} to nothing.");
        if (expected is null || (MayBeCutShort && answer.Status is 503 or 408))
        {
            return;
        }

        if (MayBeUnkept && answer is { Status: 500, Closes: true } && expected.HasBody)
        {
            return;
        }

        if (expected.IsCutOff && answer.Status == 500)
        {
            return; // The handler has thrown before anything was sent.
        }

        world.Check(answer.Status == expected.Status && answer.Id == expected.Id, $"Request {expected.Id} is answered {answer.Status}, for request {answer.Id}.");
        world.Check(answer.Hints == expected.Hints, $"There are {answer.Hints} early hints before the answer to request {expected.Id}.");
        world.Check(!expected.IsCutOff, $"The answer to request {expected.Id} looks complete.");
        if (answer.Status == 200 && !expected.IsHead)
        {
            world.Check(answer.Body.SequenceEqual(Pattern.Body(expected.Id, expected.Length)), $"Request {expected.Id} is answered with another body than it has.");
        }
    }
}
