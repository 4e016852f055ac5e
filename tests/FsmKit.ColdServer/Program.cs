// A server that has done nothing yet, for tests of first actions of a process in a bad moment. Lines on its input are commands.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FsmKit;
using FsmKit.ColdServer;
using FsmKit.Net;

var log = new CountingLog();
using var app = new GAplic("cold", new GAplicOptions { Logger = log, Reactor = args.Contains("--portable") ? new SocketReactor() : null });
var host = app.Create<Host>("host", host => host.SslOptions = args.Contains("--tls") ? Tls() : null);
var web = args is ["--http", var accessLog] ? WebServer.Create(app, log, accessLog) : null;
var hog = new DescriptorHog();
using var full = new FullMemory(app);
var (isEnding, cycles) = (false, 0L);
var loaded = new List<string>();
AppDomain.CurrentDomain.AssemblyLoad += (_, e) =>
{
    lock (loaded)
    {
        loaded.Add(e.LoadedAssembly.GetName().Name!);
    }
};
ColdStart.Wait();
Console.Error.WriteLine("its errors, if there are any:");
Console.WriteLine($"listening on {web?.Sockname ?? host.Address}");
new Thread(Obey) { IsBackground = true }.Start();
while (!isEnding)
{
    app.RunOnce(Timeout.InfiniteTimeSpan);
    cycles++;
}

return 0;

void Obey()
{
    while (Console.ReadLine() is { } line)
    {
        if (line.StartsWith("full", StringComparison.Ordinal))
        {
            full.Until(Console.OpenStandardInput(), Console.OpenStandardOutput(), Beginning(line.Split(' ')));
        }

        app.PostCallback(() => Do(line.Split(' ')));
    }

    app.PostCallback(() => isEnding = true);
}

Action Beginning(string[] words)
{
    var port = words.Length == 3 ? int.Parse(words[2], null) : 0;
    return port == 0 ? static () => { } : () => host.Connect(words[1], port);
}

void Do(string[] words)
{
    switch (words[0])
    {
        case "dry":
            hog.Take();
            break;
        case "wet":
            hog.GiveBack();
            break;
        case "mark":
            lock (loaded)
            {
                loaded.Clear();
            }

            break;
        case "connect":
            host.Connect(words[1], int.Parse(words[2], null));
            break;
    }

    lock (loaded)
    {
        Console.WriteLine($"cycles={cycles} gsocks={web?.NChannels ?? host.Gsocks} lines={log.Lines} loads={string.Join('+', loaded)} last={host.Last}");
    }
}

static TlsOptions Tls()
{
    using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
    return new TlsOptions
    {
        Certificates = [new TlsCertificate { Certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero)) }],
    };
}
