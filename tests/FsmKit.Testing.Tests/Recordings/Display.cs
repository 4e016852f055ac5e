namespace FsmKit.Testing.Tests.Recordings;

/// <summary>Shows the last lines of a till.</summary>
[GClass(Version = 1, Json = typeof(TillJson))]
[Input<EvShow>, Input<EvRefresh>]
internal sealed partial class Display : GObj
{
    [Kept] public List<string> Lines { get; private set; } = [];

    public Till? Till { get; set; }

    private enum State : byte
    {
        [On<EvShow>(nameof(AcShow), Next = Fresh), Ignore<EvRefresh>] Dull,
        [On<EvShow>(nameof(AcShow)), On<EvRefresh>(Next = Dull)] Fresh,
    }

    private void AcShow(in EvShow e) => Lines.Add(e.Text);
}
