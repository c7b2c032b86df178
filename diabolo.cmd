@echo off
rem Builds Diabolo on first use and whenever its sources are newer than the last build, then runs its command line.
rem The same as the script "diabolo", for Windows. Written without a Windows machine at hand, and not tested on one yet.
rem Two first starts at once are not kept apart here.
rem
rem   DIABOLO_JAVA_OPTS  further options for the Java virtual machine
rem   JAVA_HOME          the JDK to use; else the java on the path
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
if "%home:~-1%"=="\" set "home=%home:~0,-1%"
set "module=cli"
if "%~1"=="benchmark" set "module=benchmarks"
set "target=%home%\%module%\target"
set "classpath_file=%target%\dependencies.txt"
set "stamp=%target%\built.stamp"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%java%" (
    echo diabolo: JAVA_HOME is "%JAVA_HOME%", and there is no bin\java.exe in it; set it to a JDK 17 or newer, or unset it>&2
    exit /b 5
)
if not defined JAVA_HOME for %%J in (java.exe) do set "java=%%~$PATH:J"
if not defined java (
    echo diabolo: no Java found; install a JDK 17 or newer, or set JAVA_HOME>&2
    exit /b 5
)

rem Every JDK tells its version in a file; asking java itself costs the start of a virtual machine.
set "version="
for %%J in ("%java%") do set "java_home=%%~dpJ.."
if exist "%java_home%\release" for /f "usebackq tokens=2 delims==" %%V in (`findstr /b "JAVA_VERSION=" "%java_home%\release"`) do set "version=%%~V"
if not defined version for /f "tokens=3" %%V in ('""%java%" -version 2^>^&1" ^| findstr /c:" version "') do set "version=%%~V"
for /f "tokens=1,2 delims=.-+" %%A in ("%version%") do (
    set "major=%%A"
    if "%%A"=="1" set "major=%%B"
)
if not defined major set "major=0"
if %major% LSS 17 (
    echo diabolo: "%java%" is Java %version%; Diabolo needs Java 17 or newer; set JAVA_HOME to one>&2
    exit /b 5
)

rem Stale where something is missing, or any source is newer than the stamp.
set "stale="
if not exist "%classpath_file%" set "stale=1"
if not exist "%stamp%" set "stale=1"
if not exist "%target%\classes" set "stale=1"
if not defined stale powershell -NoProfile -Command "$t=(Get-Item -LiteralPath $env:stamp).LastWriteTimeUtc; $n=Get-ChildItem -LiteralPath $env:home -Recurse -File -ErrorAction SilentlyContinue | Where-Object { $_.FullName -notmatch '\\target\\' -and ($_.Name -eq 'pom.xml' -or $_.FullName -match '\\src\\main\\') -and $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1; if ($n) { exit 1 }"
if not defined stale if errorlevel 1 set "stale=1"
if not defined stale goto run

where mvn >nul 2>nul
if errorlevel 1 (
    echo diabolo: no Maven found, and Diabolo is not built yet; install Maven 3.8.7 or newer>&2
    exit /b 5
)
if not exist "%java_home%\bin\javac.exe" (
    echo diabolo: "%java_home%" is a Java without a compiler, and Diabolo is not built yet; install a JDK 17 or newer, or set JAVA_HOME to one>&2
    exit /b 5
)
echo diabolo: building; the first time this downloads about 300 MB>&2
if not exist "%target%" mkdir "%target%"
type nul > "%stamp%.new"
pushd "%home%"
set "caller_java_home=%JAVA_HOME%"
set "JAVA_HOME=%java_home%"
call mvn -B -ntp -q -pl %module% -am package -DskipTests > "%target%\build.log" 2>&1
set "built=%errorlevel%"
set "JAVA_HOME=%caller_java_home%"
popd
if not "%built%"=="0" (
    type "%target%\build.log">&2
    echo diabolo: the build failed; the whole log is in %module%\target\build.log>&2
    exit /b 5
)
move /y "%stamp%.new" "%stamp%" >nul

:run
rem The class path is longer than a command line may be; Java reads its options from a file.
set "arguments=%target%\launch-%RANDOM%%RANDOM%.args"
powershell -NoProfile -Command "$c=(Get-Content -Raw -LiteralPath $env:classpath_file).Trim(); $p=($env:target + '\classes;' + $c).Replace('\','\\'); [IO.File]::WriteAllText($env:arguments, '-cp \"' + $p + '\"')"
set "flags=-XX:+UseSerialGC"
if %major% GEQ 22 set "flags=%flags% --enable-native-access=ALL-UNNAMED"
if "%module%"=="benchmarks" set "flags=%flags% "-Ddiabolo.benchmarks=%home%\benchmarks""
if %major% GEQ 23 set "flags=%flags% --sun-misc-unsafe-memory-access=allow"
"%java%" %flags% %DIABOLO_JAVA_OPTS% @"%arguments%" dev.diabolo.%module%.Main %*
set "code=%errorlevel%"
del "%arguments%" >nul 2>nul
exit /b %code%
