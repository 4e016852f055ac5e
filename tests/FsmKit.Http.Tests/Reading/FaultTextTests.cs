using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Texts of faults: the error and its place, for people who debug a client.</summary>
public class FaultTextTests
{
    private const string Post = "POST / HTTP/1.1\nHost: a\n";
    private const string Chunked = Post + "Transfer-Encoding: chunked\n\n";

    [Theory]
    [InlineData("GET\n", "The request line has neither a target nor a version.")]
    [InlineData("GET /\n", "The request line has no version.")]
    [InlineData("GET HTTP/1.1\n", "The request line has no target.")]
    [InlineData("GET  HTTP/1.1\n", "The request line has no target, or white space beside it.")]
    [InlineData("GET / HTTP/1.1 \n", "The request line ends in a space.")]
    [InlineData("GET  / HTTP/1.1\n", "The request line has more than two spaces.")]
    [InlineData("GET / http/1.1\n", "The version is not HTTP/, a digit, a point and a digit.")]
    [InlineData("GET / HTTP/1.1␊", "The request line ends in LF without CR.")]
    [InlineData("GET a/b HTTP/1.1\n", "The request target begins neither with / nor with http:// or https://.")]
    public void A_request_line_is_told(string wire, string reason) => Assert.Equal($"fault 400: {reason}\n", Case.Serve(wire));

    [Theory]
    [InlineData("X\n", "Field line 2 has no colon.")]
    [InlineData(": x\n", "Field line 2 has no name.")]
    [InlineData("X: y\nY : z\n", "Field line 3 has white space between its name and its colon.")]
    [InlineData("X: y\n z\n", "Field line 3 is folded, or begins with white space.")]
    [InlineData("X(: y\n", "Field line 2 has a name that is no token.")]
    [InlineData("X: \u0001\n", "Field line 2 has a control character in its value.")]
    [InlineData("X: y␊", "Field line 2 ends in LF without CR.")]
    [InlineData("Content_Length: 5\n", "Field line 2 has the name of a field of framing, written with an underscore.")]
    [InlineData("Content-Length: 1\nContent-Length: 1\n", "Field line 3 is Content-Length a second time.")]
    [InlineData("Content-Length: 5, 5\n", "Content-Length is not one number of digits.")]
    [InlineData("Content-Length: 99999999999999999999\n", "Content-Length is more than 63 bits hold.")]
    [InlineData("Transfer-Encoding: ,\n", "Transfer-Encoding names no coding.")]
    [InlineData("Transfer-Encoding: gzip\n", "The last transfer coding is not chunked.")]
    [InlineData("Transfer-Encoding: chunked, x\n", "Another transfer coding follows chunked.")]
    [InlineData("Transfer-Encoding: a b, chunked\n", "Transfer-Encoding is not a list of codings.")]
    public void A_field_is_told(string fields, string reason) => Assert.Equal($"fault 400: {reason}\n", Case.Serve($"{Post}{fields}\n"));

    [Theory]
    [InlineData("2 \nhi", "White space follows a chunk's size, and no extension follows that.")]
    [InlineData("2 x\nhi", "White space follows a chunk's size, and no extension follows that.")]
    [InlineData("\nhi", "A chunk has no size.")]
    [InlineData("x\nhi", "A chunk's size does not begin with a hexadecimal digit.")]
    [InlineData("2x\nhi", "A chunk's size is not a hexadecimal number.")]
    [InlineData("2␊hi", "A chunk's line ends in LF without CR.")]
    [InlineData("2;a␊hi", "A chunk's line ends in LF without CR.")]
    [InlineData("2␍hi", "A chunk's line holds a CR without LF.")]
    [InlineData("2;\nhi", "A chunk extension does not begin with a name.")]
    [InlineData("2;=b\nhi", "A chunk extension does not begin with a name.")]
    [InlineData("2;a(\nhi", "The name of a chunk extension is not a token.")]
    [InlineData("2;a (\nhi", "The name of a chunk extension is not a token.")]
    [InlineData("2;a=\nhi", "A chunk extension has no value behind its equals sign.")]
    [InlineData("2;a=b(\nhi", "The value of a chunk extension is not a token.")]
    [InlineData("2;a=b \nhi", "White space follows a chunk extension, and no further one follows that.")]
    [InlineData("2;a=\"b\nhi", "The quoted value of a chunk extension does not close, or holds a control character.")]
    [InlineData("2;a=\"b\"c\nhi", "Something follows the quoted value of a chunk extension.")]
    [InlineData("00000000000000002\nhi", "A chunk's size has too many digits.")]
    [InlineData("0\nX: y\nZ\n\n", "Trailer line 2 has no colon.")]
    [InlineData("0\nHost: y\n\n", "Trailer line 1 is Host, which has no place in trailers.")]
    public void A_chunk_is_told(string chunks, string reason) => Assert.EndsWith($"\nfault 400: {reason}\n", Case.Serve(Chunked + chunks));

    [Fact]
    public void Data_that_does_not_end_is_told() =>
        Assert.EndsWith("\ndata hi\nfault 400: A chunk's data is not followed by CR LF.\n", Case.Serve($"{Chunked}2\nhi!\n"));
}
