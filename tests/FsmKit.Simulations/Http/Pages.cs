using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using FsmKit.Http;
using HttpRequest = FsmKit.Http.HttpRequest;
using HttpResponse = FsmKit.Http.HttpResponse;

namespace FsmKit.Simulations.Http;

/// <summary>Answers the requests of <see cref="Requests"/>: at once, later, while their bodies come, or never.</summary>
internal sealed class Pages(World world)
{
    /// <summary>Number of requests that are being answered.</summary>
    public int Running { get; private set; }

    /// <summary>How many requests of clients that went away have not told so.</summary>
    public int Untold { get; private set; }

    /// <summary>Number of requests that are answered as their handlers wanted.</summary>
    public int Answered { get; private set; }

    /// <summary>Answers a request.</summary>
    public async Task Answer(HttpRequest request, HttpResponse response)
    {
        Running++;
        try
        {
            var parts = Encoding.ASCII.GetString(request.RawQuery).Split('&');
            var (id, size) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
            response.Headers.Add("X-Id", parts[0]);
            await Answer(request, response, id, size);
            Answered++;
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
            case "/plain":
                response.Send(Pattern.Body(id, size));
                break;
            case "/later":
                await Pause();
                response.Send(Pattern.Body(id, size));
                break;
            case "/stream":
                await Stream(response, id, size);
                break;
            case "/echo":
                await Echo(request, response, id, size);
                break;
            case "/slurp":
                await Slurp(request, id, size);
                break;
            case "/ignore":
                await Pause();
                break;
            case "/hints":
                await Pause();
                response.SendEarlyHints("</a>");
                if (size > 0)
                {
                    await Pause();
                    response.Send(Pattern.Body(id, size));
                }

                break;
            case "/bad":
                await Refuse(request, response);
                break;
            case "/wait":
                await UntilAborted(request);
                break;
            case "/abort":
                request.Abort();
                await UntilAborted(request);
                break;
            case "/abort-return":
                request.Abort();
                break;
            case "/abort-body":
                await ReadSome(request, id, size / 2);
                request.Abort();
                await UntilAborted(request);
                break;
            case "/abort-response":
                await Stream(response, id, size / 2);
                request.Abort();
                await UntilAborted(request);
                break;
            case "/throw":
                await Pause();
                throw new ExpectedException();
            case "/break":
                await Stream(response, id, size / 2);
                throw new ExpectedException();
        }
    }

    private async Task Stream(HttpResponse response, int id, int size)
    {
        for (var at = 0; at < size;)
        {
            var count = Math.Min(world.Choose(1000, 40_000), size - at);
            if (!await response.WriteAsync(Pattern.Body(id, size).AsMemory(at, count)))
            {
                return;
            }

            at += count;
            await Pause();
        }
    }

    /// <summary>Waits until the request says that its client is gone or given up.</summary>
    private async Task UntilAborted(HttpRequest request)
    {
        Untold++;
        var told = new TaskCompletionSource(); // Task.Delay and Task.WaitAsync continue on the thread pool when they are cancelled.
        await using (request.Aborted.UnsafeRegister(static told => ((TaskCompletionSource)told!).SetResult(), told))
        {
            await told.Task;
        }

        Untold--;
    }

    private async Task ReadSome(HttpRequest request, int id, int least)
    {
        for (var at = 0L; at < least;)
        {
            var read = await request.BodyReader.ReadAsync();
            Check(id, at, read.Buffer.ToArray());
            at += read.Buffer.Length;
            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private async Task Echo(HttpRequest request, HttpResponse response, int id, int size)
    {
        var at = 0L;
        await Read(request.BodyReader, async read =>
        {
            var data = read.ToArray();
            Check(id, at, data);
            at += data.Length;
            await response.WriteAsync(data);
        });
        world.Check(at == size, $"A body of {size} bytes ended with {at}.");
    }

    private async Task Slurp(HttpRequest request, int id, int size)
    {
        var at = 0L;
        await Read(request.BodyReader, read =>
        {
            Check(id, at, read.ToArray());
            at += read.Length;
            return Task.CompletedTask;
        });
        world.Check(at == size, $"A body of {size} bytes ended with {at}.");
    }

    /// <summary>Answers a request whose body cannot be read.</summary>
    private async Task Refuse(HttpRequest request, HttpResponse response)
    {
        try
        {
            await Read(request.BodyReader, static _ => Task.CompletedTask);
            world.Check(false, "A body that is no body was read to its end.");
        }
        catch (HttpBodyException)
        {
            await Pause();
            response.StatusCode = 422;
            response.Send([]);
        }
    }

    private async Task Read(PipeReader reader, Func<ReadOnlySequence<byte>, Task> take)
    {
        while (true)
        {
            var read = await reader.ReadAsync();
            var part = world.Choose() ? read.Buffer : read.Buffer.Slice(0, (read.Buffer.Length + 1) / 2);
            await take(part);
            reader.AdvanceTo(part.End);
            if (read.IsCompleted && part.Length == read.Buffer.Length)
            {
                return;
            }

            if (world.Choose(4) == 3)
            {
                await Pause();
            }
        }
    }

    private void Check(int id, long at, byte[] data)
    {
        foreach (var one in data)
        {
            world.Check(one == Pattern.ByteAt(id, at++), $"The body of request {id} has another byte at {at - 1}.");
        }
    }

    private Task Pause() => world.Choose(4) is > 0 and var length ? Task.Delay(TimeSpan.FromMilliseconds(length * length * 5), world.Time) : Task.CompletedTask;
}

/// <summary>Thrown by handlers that are to throw.</summary>
internal sealed class ExpectedException : Exception;
