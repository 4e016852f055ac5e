using System.Globalization;
using System.Text;

namespace FsmKit.Simulations.Http;

/// <summary>Makes requests of all kinds, each with its answer.</summary>
internal sealed class Requests(World world)
{
    private int _id;

    /// <summary>Several of them: good ones, and at the end perhaps one that ends the connection.</summary>
    public List<Expected> Several(int most, bool endsBadly)
    {
        List<Expected> several = [];
        for (var left = world.Choose(most) + 1; left > 0; left--)
        {
            several.Add(Good());
        }

        if (endsBadly && world.Choose())
        {
            several.Add(Bad());
        }

        return several;
    }

    /// <summary>A request that is answered with 200, and lets others follow.</summary>
    public Expected Good()
    {
        var size = world.Choose(0, 1, 500, 20_000, 90_000);
        return world.Choose(8) switch
        {
            0 => Get("plain", size),
            1 => Get("later", size),
            2 => Get("stream", size),
            3 => Head(world.Choose("plain", "later"), size),
            4 => Post("echo", size, isChunked: false),
            5 => Post("echo", size, isChunked: true),
            6 => Post("slurp", size, world.Choose()),
            _ => Post("ignore", Math.Min(size, 20_000), world.Choose()),
        };
    }

    /// <summary>A request that is never answered whole, because its handler aborts it or waits for the end of the client.</summary>
    public Expected Aborted(int size)
    {
        var request = world.Choose(6) switch
        {
            0 => Get("wait", size) with { WaitsForBreak = true },
            1 => Post("abort", size, world.Choose()),
            2 => Post("abort-body", size, world.Choose()),
            3 => Get("abort", size),
            4 => Get("abort-return", size),
            _ => Get("abort-response", size),
        };
        return request with { IsCutOff = true, IsLast = true };
    }

    /// <summary>A request that others follow, and that is answered with something rare: hints before it, or an abort that comes too late.</summary>
    /// <param name="byEvents">Whether a gclass answers, and no handler.</param>
    public Expected Rare(bool byEvents) => byEvents && world.Choose() ? Get("end", 500) : Get("hints", world.Choose(0, 500)) with { Hints = 1 };

    /// <summary>A request that is the last one, because it is not answered in time, or its body is too long or none.</summary>
    /// <param name="streams">Whether handlers are called before the body has come.</param>
    public Expected RareEnd(bool streams) => world.Choose(5) switch
    {
        0 => Get("wait", 0) with { Status = 503, Id = 0, IsLast = true },
        1 => Broken("bad", streams ? 422 : 400),
        2 => Broken("plain", streams ? 200 : 400),
        3 => Post("ignore", HttpScenarios.TooLong, world.Choose()) with { IsLast = streams },
        _ => Raw("\r\n", 0),
    };

    /// <summary>A request with a body.</summary>
    public Expected Posted(int size) => Post(world.Choose("echo", "slurp", "ignore"), size, world.Choose());

    private Expected Bad() => world.Choose(8) switch
    {
        0 => Raw("GET / HTTP/1.1\r\nHost x\r\n\r\n", 400),
        1 => Raw($"POST /echo?0&0 HTTP/1.1\r\nHost: x\r\nContent-Length: {HttpScenarios.MaxBody + 1}\r\n\r\n", 413),
        2 => Raw($"GET / HTTP/1.1\r\nHost: x\r\nX-Long: {new string('x', HttpScenarios.MaxHead)}\r\n\r\n", 431),
        3 => Get("throw", 0) with { Status = 500, Id = 0, IsLast = false },
        4 => Get("break", 5000) with { IsCutOff = true, IsLast = true },
        5 => Get("plain", 500, "Connection: close\r\n") with { IsLast = true },
        6 => Asking(world.Choose("echo", "slurp"), 500),
        _ => Raw("GET /plain?1&1 HTTP/1.1\r\nHo", 0),
    };

    private static Expected Raw(string text, int status) => new(Encoding.ASCII.GetBytes(text), status, 0, 0) { IsLast = true };

    /// <summary>A body that ends in a chunk that is none. Only the application answers with the number of the request.</summary>
    private Expected Broken(string path, int status)
    {
        var request = New("POST", path, 0, "Transfer-Encoding: chunked\r\n", Encoding.ASCII.GetBytes("3\r\nabc\r\nno chunk\r\n"));
        return request with { Status = status, Id = status == 400 ? 0 : request.Id, IsLast = true };
    }

    private Expected Get(string path, int size, string fields = "") => New("GET", path, size, fields, []);

    private Expected Head(string path, int size) => New("HEAD", path, size, "", []) with { IsHead = true };

    private Expected Post(string path, int size, bool isChunked)
    {
        var body = Pattern.Body(_id + 1, size);
        return isChunked ? New("POST", path, size, "Transfer-Encoding: chunked\r\n", InChunks(body))
            : New("POST", path, size, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {size}\r\n"), body);
    }

    private Expected Asking(string path, int size) =>
        New("POST", path, size, string.Create(CultureInfo.InvariantCulture, $"Expect: 100-continue\r\nContent-Length: {size}\r\n"), Pattern.Body(_id + 1, size)) with { WaitsFor100 = size };

    private Expected New(string method, string path, int size, string fields, byte[] body)
    {
        _id++;
        var head = string.Create(CultureInfo.InvariantCulture, $"{method} /{path}?{_id}&{size} HTTP/1.1\r\nHost: x\r\n{fields}\r\n");
        return new Expected([.. Encoding.ASCII.GetBytes(head), .. body], 200, _id, path is "slurp" or "ignore" ? 0 : size) { HasBody = body.Length > 0 };
    }

    private byte[] InChunks(byte[] body)
    {
        List<byte> chunks = [];
        for (var at = 0; at < body.Length;)
        {
            var count = Math.Min(world.Choose(1, 300, 10_000), body.Length - at);
            count = Math.Max(count, Math.Min(body.Length / 100, body.Length - at));
            chunks.AddRange(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{count:x}\r\n")));
            chunks.AddRange(body.AsSpan(at, count));
            chunks.AddRange("\r\n"u8);
            at += count;
        }

        chunks.AddRange("0\r\n\r\n"u8);
        return [.. chunks];
    }
}
