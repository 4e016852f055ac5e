using System.Diagnostics;
using System.Net;

namespace FsmKit.TestShared;

/// <summary>A running sample, built in the configuration of this test. The sample ends with the test at the latest.</summary>
internal sealed class Sample : IDisposable
{
    private readonly Process _process;

    public Sample(string name, params string[] arguments)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [Assembly(name), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Path of the assembly of a sample.</summary>
    public static string Assembly(string name)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(RepositoryRoot.Path, "artifacts", "bin", name, configuration, name + ".dll");
    }

    /// <summary>Standard output.</summary>
    public StreamReader Output => _process.StandardOutput;

    /// <summary>Text of standard error, complete at the end of the program.</summary>
    public Task<string> Errors { get; }

    /// <summary>Address that the sample listens on, from the first line of its output.</summary>
    public async Task<IPEndPoint> Address(CancellationToken cancellation)
    {
        const string Begin = "listening on ";
        var line = await Output.ReadLineAsync(cancellation);
        if (line?.StartsWith(Begin, StringComparison.Ordinal) == true)
        {
            return IPEndPoint.Parse(line[Begin.Length..]);
        }

        _process.Kill();
        throw new InvalidOperationException($"It does not listen: {line} {await Errors}");
    }

    /// <summary>Asks it to end.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Exit code of the sample, after its end.</summary>
    public async Task<int> ExitCode(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
