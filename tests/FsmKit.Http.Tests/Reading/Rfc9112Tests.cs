using System.Buffers;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Requirements (MUST) of RFC 9112 on recipients and senders, by section.</summary>
public class Rfc9112Tests
{
    private const string Chunked = "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n";

    [Theory]
    [InlineData("2.2 a bare CR makes its element invalid", "GET / HTTP/1.1\nHost: a\nX: b␍c\n\n", 400)]
    [InlineData("2.2 white space before the first field is rejected", "GET / HTTP/1.1\n X: y\nHost: a\n\n", 400)]
    [InlineData("2.2 what does not match the grammar is answered with 400", "(/ HTTP/1.1\n\n", 400)]
    [InlineData("2.2 a blank line before a request is ignored", "\nGET / HTTP/1.1\nHost: a\n\n", 0)]
    [InlineData("2.2 a message is octets and not text", "GET / HTTP/1.1\nHost: a\nX: \u0080\u00FF\n\n", 0)]
    [InlineData("2.3 the version is case-sensitive", "GET / Http/1.1\nHost: a\n\n", 400)]
    [InlineData("3.2 a request of 1.0 with two Hosts is answered with 400", "GET / HTTP/1.0\nHost: a\nHost: a\n\n", 400)]
    [InlineData("3.2 a request without Host is answered with 400", "GET / HTTP/1.1\n\n", 400)]
    [InlineData("3.2 a request with two Hosts is answered with 400", "GET / HTTP/1.1\nHost: a\nHost: b\n\n", 400)]
    [InlineData("3.2 a request with a bad Host is answered with 400", "GET / HTTP/1.1\nHost: a/b\n\n", 400)]
    [InlineData("3.2.2 a server accepts the absolute form", "GET http://a/b HTTP/1.1\nHost: a\n\n", 0)]
    [InlineData("3.2.2 the absolute form does not stand for Host", "GET http://a/b HTTP/1.1\n\n", 400)]
    [InlineData("3.2.2 but in 1.0, which has none", "GET http://a/b HTTP/1.0\n\n", 0)]
    [InlineData("3.2.3 the authority form is for CONNECT alone", "GET a:80 HTTP/1.1\nHost: a\n\n", 400)]
    [InlineData("3.2.4 the asterisk form is for OPTIONS alone", "POST * HTTP/1.1\nHost: a\n\n", 400)]
    [InlineData("5.1 white space before a colon is answered with 400", "GET / HTTP/1.1\nHost : a\n\n", 400)]
    [InlineData("5.2 a folded line is answered with 400", "GET / HTTP/1.1\nHost: a\nX: b\n c\n\n", 400)]
    [InlineData("6.1 Transfer-Encoding in HTTP/1.0 is faulty", "POST / HTTP/1.0\nTransfer-Encoding: chunked\n\n0\n\n", 400)]
    [InlineData("6.1 and a Content-Length does not mend it",
        "POST / HTTP/1.0\nTransfer-Encoding: chunked\nContent-Length: 5\n\n0\n\n", 400)]
    [InlineData("6.1 chunked is applied once", "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked, chunked\n\n0\n\n", 400)]
    [InlineData("6.1 a coding that is not understood is answered with 501",
        "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: x, chunked\n\n0\n\n", 501)]
    [InlineData("6.3 Transfer-Encoding with Content-Length may be rejected",
        "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nContent-Length: 5\n\n0\n\n", 400)]
    [InlineData("6.3 a request whose last coding is not chunked is answered with 400",
        "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked, x\n\n0\n\n", 400)]
    [InlineData("6.3 a bad Content-Length is answered with 400", "POST / HTTP/1.1\nHost: a\nContent-Length: x\n\n", 400)]
    [InlineData("6.3 a Content-Length may be large", "POST / HTTP/1.1\nHost: a\nContent-Length: 99999999999999999999\n\n", 400)]
    [InlineData("6.3 a request without either has no body", "POST / HTTP/1.1\nHost: a\n\n", 0)]
    [InlineData("7 the names of codings are case-insensitive", "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: CHUNKED\n\n0\n\n", 0)]
    [InlineData("7 chunked has no parameters", "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked;a=b\n\n0\n\n", 400)]
    [InlineData("7.1 a chunk's size does not overflow", Chunked + "10000000000000005\nhello\n0\n\n", 400)]
    [InlineData("7.1 chunks are decoded", Chunked + "5\nhello\n0\n\n", 0)]
    [InlineData("7.1.1 extensions that are not recognised are ignored", Chunked + "5;x=\"y\"\nhello\n0\n\n", 0)]
    [InlineData("7.1.2 trailers are read", Chunked + "0\nX: y\n\n", 0)]
    [InlineData("8 a request that is not complete has no success", "POST / HTTP/1.1\nHost: a\nContent-Length: 5\n\nhell", 400)]
    public void A_server_does_what_it_must(string rule, string wire, int status) => Assert.Equal((rule, status), (rule, Case.Fault(wire)));

    [Theory]
    [InlineData("2.2 white space before the first field is rejected", "GET", "HTTP/1.1 200 OK\n X: y\n\n", "fault")]
    [InlineData("2.2 a bare CR is rejected", "GET", "HTTP/1.1 200 OK\nX: y␍z\n\n", "fault")]
    [InlineData("4 the reason may be empty", "GET", "HTTP/1.1 200 \nContent-Length: 0\n\n", "200  None:0 keep")]
    [InlineData("5.1 white space before a colon is no part of a name", "GET", "HTTP/1.1 200 OK\nX : y\n\n", "fault")]
    [InlineData("6.1 Transfer-Encoding in HTTP/1.0 is faulty", "GET", "HTTP/1.0 200 OK\nTransfer-Encoding: chunked\n\n0\n\n", "fault")]
    [InlineData("6.3 a 1xx has no body", "GET", "HTTP/1.1 103 x\nContent-Length: 5\n\nHTTP/1.1 204 No\n\n", "204 No None:0")]
    [InlineData("6.3 Transfer-Encoding with Content-Length is not believed", "GET",
        "HTTP/1.1 200 OK\nContent-Length: 5\nTransfer-Encoding: chunked\n\n0\n\n", "fault")]
    [InlineData("7.1 chunks are decoded", "GET", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2;x\nhi\n0\n\n", "data hi\nend")]
    [InlineData("7.1 a chunk's size does not overflow", "GET",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n10000000000000005\nhello\n0\n\n", "fault")]
    [InlineData("7.1.2 trailers are read", "GET", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n0\nX: y\n\n", "end [X=y]")]
    [InlineData("8 chunks without the last one are not complete", "GET",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n", "cut off")]
    [InlineData("9.2 what nobody asked for is no response", "HEAD", "HTTP/1.1 200 OK\n\nHTTP/1.1 200 OK\n\n", "paused")]
    [InlineData("6.3 a response to HEAD has no body", "HEAD", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n", "None:0")]
    [InlineData("6.3 a 204 has no body", "GET", "HTTP/1.1 204 No\nContent-Length: 5\n\n", "None:0")]
    [InlineData("6.3 a 304 has no body", "GET", "HTTP/1.1 304 No\nTransfer-Encoding: chunked\n\n", "None:0")]
    [InlineData("6.3 a success of CONNECT has no body", "CONNECT", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n", "switched")]
    [InlineData("6.3 a response with a bad Content-Length is not believed", "GET", "HTTP/1.1 200 OK\nContent-Length: 5,6\n\n", "fault")]
    [InlineData("6.3 a response without either ends with the connection", "GET", "HTTP/1.1 200 OK\n\nx", "UntilClose")]
    [InlineData("8 a response that is cut off is not complete", "GET", "HTTP/1.1 200 OK\nContent-Length: 5\n\nhell", "cut off")]
    [InlineData("9.3 a response that says close is the last", "GET", "HTTP/1.1 200 OK\nConnection: close\nContent-Length: 0\n\n", " last")]
    public void A_client_does_what_it_must(string rule, string method, string wire, string says) =>
        Assert.Equal((rule, true), (rule, Case.Receive(wire, method).Contains(says)));

    /// <summary>§9.3: a server reads the whole body of a request, or closes.</summary>
    [Fact]
    public void A_body_that_was_not_read_is_no_next_request()
    {
        using var http = new HttpServerProtocol();
        http.Read(Wire.Bytes("POST / HTTP/1.1\nHost: a\nContent-Length: 5\n\n"));
        http.WriteEmptyResponse(new ArrayBufferWriter<byte>(), 200);
        Assert.False(http.CanStartNext);
        Assert.Equal(HttpEventKind.Data, http.Read("hello"u8).Kind);
        Assert.Equal(HttpEventKind.End, http.Read([]).Kind);
        Assert.True(http.CanStartNext);
    }

    /// <summary>§9.6: a client that has sent or received close sends no further request.</summary>
    [Theory]
    [InlineData(true, "HTTP/1.1 200 OK\nContent-Length: 0\n\n")]
    [InlineData(false, "HTTP/1.1 200 OK\nContent-Length: 0\nConnection: close\n\n")]
    [InlineData(false, "HTTP/1.0 200 OK\nContent-Length: 0\n\n")]
    public void Nothing_is_asked_behind_close(bool saysClose, string response)
    {
        using var http = new HttpClientProtocol();
        if (saysClose)
        {
            http.CloseAfterResponse();
        }

        var head = http.BeginRequest(new ArrayBufferWriter<byte>(), "GET"u8, "/"u8, "a"u8);
        head.End();
        http.EndRequest(new ArrayBufferWriter<byte>());
        http.Read(Wire.Bytes(response));
        Assert.Equal(HttpEventKind.End, http.Read([]).Kind);
        Assert.False(http.CanStartNext);
        Assert.Equal(HttpSide.MustClose, http.ClientSide);
    }
}
