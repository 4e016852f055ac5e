using System.Net;
using Microsoft.AspNetCore.Http;

namespace FsmKit.AspNetCore.Tests;

/// <summary>Reads and writes of an application on the loop that wait for the client are completed by the thread of the loop, and not by the thread pool.</summary>
public class LoopThreadTests
{
    private const int Parts = 100;

    private int _waited;
    private int _elsewhere;

    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_are_completed_there()
    {
        await using var app = await RunningApp.Start(ServerKind.Loop, app => app.MapGet("/", async (HttpContext context) =>
        {
            for (var i = 0; i < Parts; i++)
            {
                await Note(context.Response.Body.WriteAsync(new byte[64 * 1024]).AsTask());
            }
        }));

        Assert.Equal(Parts * 64 * 1024, (await app.Client.GetByteArrayAsync("/", Stopped)).Length);
        Assert.True(_waited > 0);
        Assert.Equal(0, _elsewhere);
    }

    [Fact]
    public async Task Reads_are_completed_there()
    {
        await using var app = await RunningApp.Start(ServerKind.Loop, app => app.MapPost("/", async (HttpContext context) =>
        {
            var buffer = new byte[64 * 1024];
            Task<int> read;
            do
            {
                read = context.Request.Body.ReadAsync(buffer).AsTask();
                await Note(read);
            }
            while (await read > 0);
        }));

        var answer = await app.Client.PostAsync("/", new ByteArrayContent(new byte[Parts * 64 * 1024]), Stopped);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(_waited > 0);
        Assert.Equal(0, _elsewhere);
    }

    /// <summary>Waits for the work of a stream, and counts it when another thread than this one completes it.</summary>
    private async Task Note(Task work)
    {
        if (!work.IsCompleted)
        {
            var here = Environment.CurrentManagedThreadId;
            var there = await work.ContinueWith(
                static _ => Environment.CurrentManagedThreadId, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            _waited++;
            _elsewhere += there == here ? 0 : 1;
        }
    }
}
