namespace FsmKit.Generators.Tests;

/// <summary>Asynchronous work of a machine that is restored.</summary>
public class RestoredWorkTests
{
    private const string Loader = """
        public readonly record struct EvGo; public readonly record struct EvLoaded; public readonly record struct EvFailed;
        [GClass(Version = 1), Input<EvGo>, Input<EvLoaded>, Input<EvFailed>]
        public sealed partial class Loader : GObj
        {
            public static System.Threading.Tasks.TaskCompletionSource Work = new();
            enum State
            {
                [On<EvGo>(Next = Loading), Refuse] Idle,
                [Invoke<EvLoaded, EvFailed>(nameof(LoadAsync)), On<EvLoaded>(Next = Ready), On<EvFailed>(Next = Idle), Refuse] Loading,
                [Refuse] Ready,
            }

            private System.Threading.Tasks.Task LoadAsync() { Say("begins"); return Work.Task; }
        }
        """;

    [Fact]
    public void The_work_of_the_state_begins_again() => Assert.Equal(
        "begins begins Loading Ready",
        LoadedSnippet.Play(
            Loader,
            "var a = app.Create<Loader>(); a.Send(new EvGo()); Loader.Work = new(); a = Restored.Again(a); Say(a.StateName); Loader.Work.SetResult(); app.RunOnce(); app.RunOnce(); Say(a.StateName);"));

    [Fact]
    public void Work_of_states_that_the_gobj_is_not_in_does_not_begin() => Assert.Equal(
        "Idle", LoadedSnippet.Play(Loader, "Say(Restored.Again(app.Create<Loader>()).StateName);"));
}
