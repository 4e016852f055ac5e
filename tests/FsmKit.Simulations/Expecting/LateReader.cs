using System.Globalization;
using System.Text;
using FsmKit.Http;
using FsmKit.Simulations.Http;
using HttpRequest = FsmKit.Http.HttpRequest;
using HttpResponse = FsmKit.Http.HttpResponse;

namespace FsmKit.Simulations.Expecting;

/// <summary>Answers with the body of the request, and reads the body late, after the head of its response, in part or never.</summary>
internal sealed class LateReader(World world)
{
    /// <summary>Path of a request whose body is not read.</summary>
    public const string Unread = "/unread";

    /// <summary>Path of a request that is aborted while its body is waited for.</summary>
    public const string Aborted = "/abort";

    /// <summary>All paths.</summary>
    public static readonly string[] Paths = ["/late", "/begun", "/part", Unread, "/throw", Aborted];

    /// <summary>Number of requests that are being answered.</summary>
    public int Running { get; private set; }

    /// <summary>Answers a request.</summary>
    public async Task Answer(HttpRequest request, HttpResponse response)
    {
        Running++;
        try
        {
            var parts = Encoding.ASCII.GetString(request.RawQuery).Split('&');
            response.Headers.Add("X-Id", parts[0]);
            await Task.Delay(TimeSpan.FromMilliseconds(world.Choose(0, 5, 100, 2_000)), world.Time);
            await Answer(request, response, int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        }
        finally
        {
            Running--;
        }
    }

    private async Task Answer(HttpRequest request, HttpResponse response, int id, int size)
    {
        switch (request.Path)
        {
            case "/late":
                await Read(request, id, size);
                await response.WriteAsync(Pattern.Body(id, size));
                break;
            case "/begun":
                response.ContentLength = size;
                await response.FlushAsync();
                await Read(request, id, size);
                await response.WriteAsync(Pattern.Body(id, size));
                break;
            case "/part":
                await Read(request, id, size / 2);
                response.Send(Pattern.Body(id, size));
                break;
            case "/throw":
                throw new ExpectedException();
            case Aborted:
                var read = Read(request, id, size);
                request.Abort();
                await Ends(read);
                break;
            default:
                response.Send(Pattern.Body(id, size));
                break;
        }
    }

    /// <summary>Waits for the end of a reading that no more bytes come for.</summary>
    private static async Task Ends(Task read)
    {
        try
        {
            await read;
        }
        catch (HttpBodyException)
        {
            // Unless all bytes were there already.
        }
    }

    /// <summary>Reads at least so many bytes, and compares them.</summary>
    private async Task Read(HttpRequest request, int id, int least)
    {
        for (var (at, isOver) = (0L, false); at < least && !isOver;)
        {
            var read = await request.BodyReader.ReadAsync();
            foreach (var one in read.Buffer)
            {
                foreach (var value in one.Span)
                {
                    world.Check(value == Pattern.ByteAt(id, at++), $"The body of request {id} has another byte at {at - 1}.");
                }
            }

            request.BodyReader.AdvanceTo(read.Buffer.End);
            isOver = read.IsCompleted;
            world.Check(!isOver || at >= least, $"The body of request {id} ended after {at} bytes.");
        }
    }
}
