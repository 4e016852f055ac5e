using System.Globalization;
using FsmKit.Net;

namespace FsmKit.Http.Tests;

/// <summary>
/// Application with random actions, right or wrong: answers a request at once or later, whole or in pieces, twice or never, reads its body,
/// breaks off, throws.
/// </summary>
internal sealed class ChanceApplication(SeededPool pool, Random random)
{
    private const int Kinds = 20;

    private readonly List<(HttpRequest Request, HttpResponse Response)> _kept = [];
    private bool _areHandled;

    /// <summary>Inspects a head: refuses the request, changes the way of its body, closes the connection, or does nothing.</summary>
    public int Inspect(HttpRequest request)
    {
        switch (random.Next(20))
        {
            case 0:
                return 403;
            case 1:
                request.Channel.Send(new EvDrop());
                return 0;
            case < 6:
                request.StreamsBody = random.Next(2) == 0;
                request.MaxBodyBytes = random.Next(2) == 0 ? 1000 : null;
                return 0;
            case 6:
                throw new ExpectedFailureException();
            default:
                return 0;
        }
    }

    /// <summary>Answers as a handler that does not wait.</summary>
    public void Handle(HttpRequest request, HttpResponse response)
    {
        for (var i = random.Next(4); i > 0; i--)
        {
            Try(request, response, random.Next(Kinds));
        }

        Keep(request, response);
        Fail();
    }

    /// <summary>Answers as a handler that waits in between: for pipes and the pool alone and in one method, as continuations of tasks may go to another thread.</summary>
    public async Task HandleLater(HttpRequest request, HttpResponse response)
    {
        _areHandled = true;
        Keep(request, response);
        for (var i = random.Next(6); i > 0; i--)
        {
            switch (random.Next(6))
            {
                case 0:
                    await response.BodyWriter.FlushAsync();
                    break;
                case 1:
                    await response.BodyWriter.WriteAsync(new byte[random.Next(5000)]);
                    break;
                case 2:
                    var read = await request.BodyReader.ReadAsync();
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    break;
                case 3:
                    Try(request, response, random.Next(Kinds));
                    break;
                default:
                    await pool.Later();
                    break;
            }
        }

        Fail();
    }

    /// <summary>Does something to a request that it heard of long ago: nothing that its handler may be at.</summary>
    public void DoLate()
    {
        if (_kept.Count > 0)
        {
            var (request, response) = _kept[random.Next(_kept.Count)];
            Try(request, response, _areHandled ? random.Next(12, 17) : random.Next(Kinds));
        }
    }

    private void Keep(HttpRequest request, HttpResponse response)
    {
        if (_kept.Count > 8)
        {
            _kept.RemoveAt(random.Next(_kept.Count));
        }

        _kept.Add((request, response));
    }

    private void Fail()
    {
        if (random.Next(20) == 0)
        {
            throw new ExpectedFailureException();
        }
    }

    /// <summary>Acts, and ignores the exceptions of mistakes.</summary>
    private void Try(HttpRequest request, HttpResponse response, int kind)
    {
        try
        {
            Do(request, response, kind);
        }
        catch (InvalidOperationException)
        {
        }
    }

    private void Do(HttpRequest request, HttpResponse response, int kind)
    {
        switch (kind)
        {
            case < 4:
                response.Send(new byte[random.Next(3000)]);
                break;
            case < 6:
                response.Write(new byte[random.Next(3000)]);
                break;
            case 6:
                response.Write(new byte[random.Next(40_000)]);
                break;
            case 7:
                response.Flush();
                break;
            case 8:
                response.Flush(() => Try(request, response, random.Next(Kinds)));
                break;
            case < 11:
                response.Finish();
                break;
            case 11:
                response.ContentLength = random.Next(1000);
                break;
            case 12:
                response.CloseAfter();
                break;
            case 13:
                response.SendEarlyHints("</a>; rel=preload");
                break;
            case 17:
                _ = response.Upgrade("echo/1");
                break;
            case 15 when random.Next(4) == 0:
                request.Abort();
                break;
            case 16 when random.Next(4) == 0 && !pool.IsAtWork:
                Close(request.Channel);
                break;
            case 14:
                response.StatusCode = random.Next(2) == 0 ? 204 : 201;
                break;
            case 18:
                request.OpenBody().Dispose();
                break;
            default:
                _ = request.Path.Length.ToString(CultureInfo.InvariantCulture);
                break;
        }
    }

    private void Close(GHttpCliSrv channel)
    {
        if (random.Next(2) == 0)
        {
            channel.Send(new EvClose());
        }
        else
        {
            channel.Send(new EvDrop());
        }
    }

    internal sealed class ExpectedFailureException : Exception;
}
