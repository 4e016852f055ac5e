namespace FsmKit.Generators.Tests.Proof;

/// <summary>Code that is found, made or compiled at run time.</summary>
internal static class Reflecting
{
    public static IReadOnlyList<CallBack> All { get; } =
    [
        new("MethodInfo.Invoke", "public System.Reflection.MethodInfo M", "B.M = typeof(Hook).GetMethod(\"Back\", [])!;", "B.M.Invoke(null, null);"),
        new("PropertyInfo.GetValue", "public System.Reflection.PropertyInfo M; public Made O", "B.M = typeof(Made).GetProperty(\"Value\")!; B.O = new();", "B.M.GetValue(B.O);"),
        new("ConstructorInfo.Invoke", "public System.Reflection.ConstructorInfo M", "B.M = typeof(Made).GetConstructor([])!;", "B.M.Invoke(null);"),
        new("Activator.CreateInstance", "public Type T", "B.T = typeof(Made);", "Activator.CreateInstance(B.T);"),
        new("Activator.CreateInstance of a type", "public int N", "", "Activator.CreateInstance<Made>();"),
        new("an expression tree", "public System.Linq.Expressions.Expression<Func<int>> X", "B.X = () => Hook.Back();", "B.X.Compile()();"),
        new("an expression tree, interpreted", "public System.Linq.Expressions.LambdaExpression X", "B.X = (System.Linq.Expressions.Expression<Func<int>>)(() => Hook.Back());", "B.X.Compile(true).DynamicInvoke();"),
        new("Delegate.CreateDelegate", "public System.Reflection.MethodInfo M", "B.M = typeof(Hook).GetMethod(\"Back\", [])!;", "((Func<int>)Delegate.CreateDelegate(typeof(Func<int>), B.M))();"),
        new("Type.InvokeMember", "public Type T", "B.T = typeof(Hook);", "B.T.InvokeMember(\"Back\", System.Reflection.BindingFlags.InvokeMethod, null, null, []);"),
        new("a DynamicMethod", "public System.Reflection.Emit.DynamicMethod M", "B.M = Hook.Dynamic();", "B.M.Invoke(null, []);"),
        new("DispatchProxy", "public IDo P", "B.P = System.Reflection.DispatchProxy.Create<IDo, EvilProxy>();", "B.P.Do();"),
        new("an IL generator's hook", "public System.Reflection.Binder T", "B.T = new EvilBinder();", "_ = typeof(Made).InvokeMember(\"Do\", System.Reflection.BindingFlags.InvokeMethod | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance, B.T, new Made(), []);"),
        new("AssemblyLoadContext.Resolving", "public int N", "AppDomain.CurrentDomain.AssemblyResolve += Hook.OnResolve;", "try { System.Reflection.Assembly.Load(\"Nowhere\"); } catch (System.IO.FileNotFoundException) { }"),
        new("AppContext.OnProcessExit's kind", "public System.ComponentModel.EventHandlerList L", "B.L = new(); B.L.AddHandler(B.L, (Action)(() => Hook.Back()));", "((Action)B.L[B.L]!)();"),
        new("Marshal's function pointer", "public IntPtr P; public Func2 A", "B.A = () => Hook.Back(); B.P = System.Runtime.InteropServices.Marshal.GetFunctionPointerForDelegate(B.A);", "unsafe { ((delegate* unmanaged<int>)B.P)(); }"),
        new("CallSite", "public System.Runtime.CompilerServices.CallSite<Func<System.Runtime.CompilerServices.CallSite, int>> S", "B.S = Hook.Site();", "B.S.Target(B.S);"),
    ];
}
