using System.Text;
using System.Text.RegularExpressions;

namespace FsmKit.AspNetCore.Tests;

/// <summary>A conversation of a test with one of the servers. Its answers are compared with those of Kestrel.</summary>
internal sealed class Talk(ServerKind kind, RunningApp app)
{
    public ServerKind Kind => kind;

    public RunningApp App => app;

    public HttpClient Client => app.Client;

    /// <summary>Texts of the answers, one entry for each.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Lengths that answers announced; null for none.</summary>
    public List<long?> Lengths { get; } = [];

    /// <summary>Matches parts that differ from run to run, such as a random token. Default null: no part.</summary>
    public Regex? Veiled { get; set; }

    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<Answer> Head(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Head, path, null, headers);

    public Task<Answer> Post(string path, HttpContent? body, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, body, headers);

    public Task<Answer> PostText(string path, string text, string type = "text/plain") => Post(path, new StringContent(text, Encoding.UTF8, type));

    public async Task<Answer> Send(HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stopped);
        var answer = await Answer.Of(response, Stopped);
        Said.Add($"{method} {path} -> {answer.ToText(Veiled)}".Replace(app.Address.Authority, "host", StringComparison.Ordinal));
        Lengths.Add(answer.Length);
        return answer;
    }

    /// <summary>Keeps something else to compare.</summary>
    public void Note(string line)
    {
        Said.Add(line);
        Lengths.Add(null);
    }
}
