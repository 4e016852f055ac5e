using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A server in a process of its own, with few descriptors, that has done nothing yet.</summary>
internal sealed class ColdProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan WorkWithoutMemory = TimeSpan.FromMilliseconds(500);
    private readonly Process _process;
    private readonly List<IDisposable> _clients = [];

    private ColdProcess(string arguments, string environment)
    {
        _process = Process.Start(new ProcessStartInfo("sh", ["-c", $"ulimit -n 256; {environment} exec dotnet '{Sample.Assembly("FsmKit.ColdServer")}' {arguments}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Errors = _process.StandardError.ReadToEndAsync();
    }

    public Task<string> Errors { get; }

    public IPEndPoint Address { get; private set; } = null!;

    /// <summary>State in the last answer of the process.</summary>
    public ColdState State { get; private set; }

    /// <summary>Processor time of the process so far.</summary>
    private TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static Task<ColdProcess> Start(ReactorKind kind, bool tls = false) =>
        Start((kind == ReactorKind.Portable ? "--portable " : "") + (tls ? "--tls" : ""));

    public static async Task<ColdProcess> Start(string arguments, string environment = "")
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit is Linux's.");
        var process = new ColdProcess(arguments, environment);
        var line = await process._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        process.Address = line?.StartsWith("listening on ", StringComparison.Ordinal) == true
            ? IPEndPoint.Parse(line["listening on ".Length..])
            : throw new InvalidOperationException($"It does not listen: {line} {await process.Errors}");

        // From here on the way of the commands is warm.
        await process.Say("state");
        await process.Say("mark");
        return process;
    }

    public async Task<ColdState> Say(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException($"It has ended: {await Errors}");
        var match = Regex.Match(line, "^cycles=(\\d+) gsocks=(\\d+) lines=(\\d+) loads=(\\S*) last=(\\S+)$");
        Assert.True(match.Success, line);
        return State = new ColdState(
            long.Parse(match.Groups[1].Value, null), int.Parse(match.Groups[2].Value, null), int.Parse(match.Groups[3].Value, null),
            match.Groups[4].Value, match.Groups[5].Value);
    }

    /// <summary>
    /// Takes the memory from the process, starts attempts, and gives the memory back when they are over, or the process has worked on them for a while.
    /// </summary>
    /// <returns>Number of attempts that succeeded. Each attempt comes to an end.</returns>
    /// <param name="start">Starts the attempts.</param>
    /// <param name="begin">Attempt that the process begins without memory: a name and a port to connect to, or nothing.</param>
    public async Task<int> WithoutMemory(Func<Task<bool>[]> start, string begin = "")
    {
        await _process.StandardInput.WriteLineAsync($"full {begin}");
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal("full", await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        var before = ProcessorTime;
        var attempts = start();
        for (var clock = Stopwatch.StartNew();
            clock.Elapsed < Patience && ProcessorTime - before < WorkWithoutMemory && !Array.TrueForAll(attempts, static attempt => attempt.IsCompleted);)
        {
            await Task.Yield();
        }

        await _process.StandardInput.WriteLineAsync("enough");
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        return (await Task.WhenAll(attempts).WaitAsync(Patience, TestContext.Current.CancellationToken)).Count(static succeeded => succeeded);
    }

    public async Task Until(Func<ColdState, bool> condition)
    {
        for (var clock = Stopwatch.StartNew(); !condition(await Say("state"));)
        {
            Assert.True(clock.Elapsed < Patience, $"It did not happen: {State}");
        }
    }

    /// <summary>Asks for the state fifty times: a loop at rest makes a cycle or two for each question, a spinning one thousands.</summary>
    public async Task IsAtRest()
    {
        var before = await Say("state");
        for (var i = 0; i < 50; i++)
        {
            await Say("state");
        }

        Assert.InRange(State.Cycles - before.Cycles, 1, 200);
        Assert.InRange(State.Lines - before.Lines, 0, 1);
    }

    public Socket Client()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 60_000, SendTimeout = 60_000 };
        _clients.Add(socket);
        socket.Connect(Address);
        return socket;
    }

    public void Dispose()
    {
        _clients.ForEach(static client => client.Dispose());
        _process.Kill();
        _process.Dispose();
    }
}

/// <summary>State of a cold server: cycles of its loop, accepted connections, log lines, loaded assemblies, its last attempt.</summary>
internal readonly record struct ColdState(long Cycles, int Gsocks, int Lines, string Loads, string Last);
