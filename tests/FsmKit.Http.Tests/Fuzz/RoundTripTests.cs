using System.Buffers;
using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Checks that each side reads the other's messages: random ones, in random portions, several on a connection.</summary>
[Trait("Category", "Slow")]
public class RoundTripTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            using var client = new HttpClientProtocol();
            using var server = new HttpServerProtocol();
            for (var i = 0; i < 4; i++)
            {
                Exchange(client, server, random);
                Assert.Equal((client.CanStartNext, client.KeepAlive), (server.CanStartNext, server.KeepAlive));
                if (!client.CanStartNext)
                {
                    break;
                }

                client.StartNext();
                server.StartNext();
            }
        }
    }

    private static void Exchange(HttpClientProtocol client, HttpServerProtocol server, Random random)
    {
        var method = random.GetItems(["GET", "HEAD", "POST", "DELETE"], 1)[0];
        var request = new RandomMessage(random, mayHaveBody: true);
        if (random.Next(4) == 0)
        {
            (random.Next(2) == 0 ? client.CloseAfterResponse : (Action)server.CloseAfterResponse)();
        }

        var received = Received.Message(Write(client, method, request), false, random, server.Read);
        Assert.Equal($"{method} /{request.Body.Length}", received.Line);
        Assert.Equal(["Host: a", .. RandomMessage.Lines(request.Fields)], received.Fields);
        AssertSame(request, received);

        var status = random.GetItems([200, 204, 304, 404, 599], 1)[0];
        var response = new RandomMessage(random, mayHaveBody: status is not (204 or 304) && method != "HEAD");
        received = Received.Message(Write(server, status, response), false, random, client.Read);
        Assert.Equal($"{status}", received.Line);
        Assert.Equal(RandomMessage.Lines(response.Fields), received.Fields.Where(static line => !line.StartsWith("Date: ", StringComparison.Ordinal)));
        AssertSame(response, received);
    }

    private static byte[] Write(HttpClientProtocol client, string method, RandomMessage message)
    {
        var output = new ArrayBufferWriter<byte>();
        var head = client.BeginRequest(output, Encoding.ASCII.GetBytes(method), Encoding.ASCII.GetBytes($"/{message.Body.Length}"), "a"u8, message.Length);
        RandomMessage.Add(ref head, message.Fields);
        head.End();
        message.WriteBody(output, client.WriteBody);
        if (message.Trailers.Count == 0)
        {
            Assert.True(client.EndRequest(output));
            return output.WrittenSpan.ToArray();
        }

        var trailers = client.BeginTrailers(output);
        RandomMessage.Add(ref trailers, message.Trailers);
        trailers.End();
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Write(HttpServerProtocol server, int status, RandomMessage message)
    {
        var output = new ArrayBufferWriter<byte>();
        var head = server.BeginResponse(output, status, message.Length);
        RandomMessage.Add(ref head, message.Fields);
        head.End();
        message.WriteBody(output, server.WriteBody);
        if (message.Trailers.Count == 0)
        {
            Assert.True(server.EndResponse(output));
            return output.WrittenSpan.ToArray();
        }

        var trailers = server.BeginTrailers(output);
        RandomMessage.Add(ref trailers, message.Trailers);
        trailers.End();
        return output.WrittenSpan.ToArray();
    }

    private static void AssertSame(RandomMessage sent, Received received)
    {
        Assert.Equal(sent.Body, received.Body);
        Assert.Equal(RandomMessage.Lines(sent.Trailers), received.Trailers);
    }
}
