/** Languages and their libraries; read-rows.ts says what the columns are. */
export const languages = String.raw`
cgilua | keplerproject:cgilua | - | BD
chicken | call-cc:chicken | - | BD
enscript | gnu:enscript | - | BDT
erlang | erlang:erlang\/otp | - | B
haserl | haserl_project:haserl | - | BDT
lua-http | daurnimator:lua-http | - | BD
luajit libluajit | luajit:luajit | luajit/luajit | BDT
mono mono-complete | mono-project:mono | - | BD
perl-lwp-protocol-https liblwp-protocol-https-perl | lwp\:\:protocol\:\:https_project:lwp\:\:protocol\:\:https | - | B
perl-xml-libxml libxml-libxml-perl | xml-libxml_project:xml-libxml | - | BD
python-aiodns python3-aiodns | aio-libs:aiodns | aio-libs/aiodns | M
python-aiohttp python3-aiohttp | aiohttp:aiohttp aio-libs_project:aiohttp | - | BDNC
python-aiohttp-session python3-aiohttp-session | aio-libs:aiohttp-session | - | B
python-asyncssh python3-asyncssh | asyncssh_project:asyncssh | - | BD
python-babel python3-babel | pocoo:babel | python-babel/babel | OD
python-bsdiff4 python3-bsdiff4 | pypi:bsdiff4 | - | BD
python-cbor2 python3-cbor2 | agronholm:cbor2 | - | BMD
python-certifi python3-certifi | certifi:certifi | certifi/python-certifi | OD
python-click python3-click | palletsprojects:click | pallets/click | O
python-cryptography python3-cryptography | cryptography.io:cryptography pyca:cryptography
  cryptography_project:cryptography | pyca/cryptography | ODN
python-decorator python3-decorator | python:decorator | - | BD
python-django python3-django | djangoproject:django | - | BD
python-ecdsa python3-ecdsa | tlsfuzzer:ecdsa | - | BMD
python-engineio python3-engineio | python-engineio_project:python-engineio | - | BD
python-esptool python3-esptool | espressif:esptool | - | BD
python-fastapi python3-fastapi | tiangolo:fastapi | - | BMD
python-filelock python3-filelock | tox-dev:filelock | tox-dev/filelock | MD
python-flask python3-flask | palletsprojects:flask | - | BD
python-gitpython python3-git python3-gitpython | gitpython_project:gitpython | gitpython-developers/gitpython | OD
python-gunicorn python3-gunicorn | gunicorn:gunicorn | - | BD
python-h11 python3-h11 | python-hyper:h11 | python-hyper/h11 | M
python-httplib2 python3-httplib2 | httplib2_project:httplib2 | - | BMD
python-httpx python3-httpx | encode:httpx | - | BMD
python-idna python3-idna | kjd:idna kjd:internationalized_domain_names_in_applications | kjd/idna | OD
python-ipython python3-ipython | ipython:ipython | - | BD
python-keyring python3-keyring | python:keyring | - | BD
python-lmdb python3-lmdb | py-lmdb_project:py-lmdb | - | BD
python-lxml python3-lxml | lxml:lxml | - | BD
python-mako python3-mako | sqlalchemy:mako | - | BOD
python-markdown2 python3-markdown2 | python-markdown2_project:python-markdown2 | - | BD
python-marshmallow python3-marshmallow | marshmallow_project:marshmallow | - | BD
python-mpmath python3-mpmath | mpmath:mpmath | - | BD
python-multipart python3-multipart | fastapiexpert:python-multipart | - | B
python-networkx python3-networkx | python:networkx | - | BD
python-numpy python3-numpy | numpy:numpy | - | BOD
python-opcua-asyncio python3-opcua-asyncio | freeopcua:opcua-asyncio | - | B
python-paramiko python3-paramiko | paramiko:paramiko | - | BMD
python-parso python3-parso | parso_project:parso | - | BD
python-pillow python3-pillow | python:pillow | - | BD
python-pip python3-pip | pypa:pip | pypa/pip | OD
python-ply python3-ply | dabeaz:ply | dabeaz/ply | OD
python-psutil python3-psutil | psutil_project:psutil | - | BD
python-py python3-py | pytest:py | - | BD
python-pyasn1 python3-pyasn1 | pyasn1:pyasn1 | pyasn1/pyasn1 | OD
python-pycryptodome python3-pycryptodome | pycryptodome:pycryptodome | legrandin/pycryptodome | OD
python-pycryptodomex python3-pycryptodomex | pycryptodome:pycryptodomex | - | BOD
python-pydantic python3-pydantic | pydantic_project:pydantic | - | BD
python-pygments python3-pygments | pygments:pygments | - | BD
python-pyjwt python3-pyjwt | pyjwt_project:pyjwt | - | BD
python-pyopenssl python3-pyopenssl | pyopenssl:pyopenssl | - | BOD
python-pyyaml python3-pyyaml | pyyaml:pyyaml | - | BD
python-requests python3-requests | python:requests | - | BD
python-rsa python3-rsa | python-rsa_project:python-rsa | - | BD
python-scapy python3-scapy | scapy:scapy | - | BD
python-scipy python3-scipy | scipy:scipy | - | BD
python-setuptools python3-setuptools | python:setuptools | pypa/setuptools | OD
python-simplejson python3-simplejson | simplejson_project:simplejson | - | BD
python-sqlalchemy python3-sqlalchemy | sqlalchemy:sqlalchemy | - | BD
python-tornado python3-tornado | tornadoweb:tornado | tornadoweb/tornado | MD
python-twisted python3-twisted | twisted:twisted | - | B
python-uvicorn python3-uvicorn | encode:uvicorn | - | BMD
python-validators python3-validators | validators_project:validators | - | BD
python-web2py python3-web2py | web2py:web2py | web2py/web2py | BD
python-webargs python3-webargs | webargs_project:webargs | - | BD
python-wheel python3-wheel | wheel_project:wheel | - | BO
python-xmltodict python3-xmltodict | xmltodict:xmltodict | martinblech/xmltodict | O
quickjs | quickjs_project:quickjs | - | BD
ruby ruby3.0 ruby3.1 | ruby-lang:ruby | - | BD
tcl tcl8.6 | tcl:tcl | - | BD
`;
